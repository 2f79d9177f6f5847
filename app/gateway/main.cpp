#include "app/gateway/options.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>

namespace signalbox::app {

std::string defaultDataDirectory() {
    if (const char* dataHome = std::getenv("XDG_DATA_HOME"); dataHome && *dataHome == '/') return std::string(dataHome) + "/signalbox";
    const char* home = std::getenv("HOME");
    return std::string(home && *home ? home : ".") + "/.local/share/signalbox";
}

} // namespace signalbox::app

namespace {

void addRemote(CLI::App& command, signalbox::app::RemoteOptions& remote) {
    command.add_option("--server", remote.server, "Address of the gateway, http(s)://HOST:PORT; by default the local one")->type_name("URL");
    command.add_option("--token-file", remote.tokenFile, "File with an access token (sbt_...); by default DIR/admin.token")->type_name("FILE");
    command.add_option("--data", remote.dataDirectory, "Data directory of the local gateway")->type_name("DIR")->capture_default_str();
    command.add_option("--ca-file", remote.caFile, "PEM bundle of authorities to trust besides the system's")->type_name("FILE");
}

} // namespace

int main(int argc, char** argv) {
    using namespace signalbox::app;

    CLI::App program{"signalboxd, the gateway of Signalbox: applications call it instead of a model vendor"};
    program.set_version_flag("--version", std::string("signalboxd " SIGNALBOX_VERSION));
    program.require_subcommand(1);
    int exitCode = 0;

    ServeOptions serveOptions;
    serveOptions.dataDirectory = defaultDataDirectory();
    int graceSeconds = static_cast<int>(serveOptions.grace.count());
    auto* serveCommand = program.add_subcommand("serve", "Run the gateway");
    serveCommand->add_option("--data", serveOptions.dataDirectory, "Where the database and the keys are")->type_name("DIR")->capture_default_str();
    serveCommand->add_option("--listen", serveOptions.listen, "Address and port; port 0 takes any free one")->type_name("HOST:PORT")->capture_default_str();
    serveCommand->add_option("--threads", serveOptions.threads, "Threads of the data plane; 0: one for each core but one")->check(CLI::Range(0, 256));
    serveCommand->add_option("--tls-cert", serveOptions.tlsCertificate, "Certificate chain, PEM")->check(CLI::ExistingFile);
    serveCommand->add_option("--tls-key", serveOptions.tlsKey, "Private key, PEM")->check(CLI::ExistingFile);
    serveCommand->add_flag("--insecure-listen", serveOptions.insecureListen, "Allow a non-loopback address without TLS");
    serveCommand->add_option("--grace-seconds", graceSeconds, "How long running calls may take after SIGTERM")->check(CLI::Range(0, 3600))->capture_default_str();
    serveCommand->add_option("--log-level", serveOptions.logLevel, "debug, info, warning or error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}))->capture_default_str();
    serveCommand->add_option("--ca-file", serveOptions.caFile, "PEM bundle of authorities to trust besides the system's, for vendors")->type_name("FILE")->check(CLI::ExistingFile);
    serveCommand->callback([&] {
        serveOptions.grace = std::chrono::seconds{graceSeconds};
        exitCode = serve(serveOptions);
    });

    ApplyOptions applyOptions;
    applyOptions.remote.dataDirectory = defaultDataDirectory();
    auto* applyCommand = program.add_subcommand("apply", "Register documents from YAML or JSON files with a running gateway");
    applyCommand->add_option("FILE", applyOptions.files, "Files; - is standard input")->required();
    applyCommand->add_option("--label", applyOptions.label, "Point this label at what is registered, e.g. production");
    applyCommand->add_option("--message", applyOptions.message, "Why; kept with each new version");
    applyCommand->add_flag("--force", applyOptions.force, "Register also what the registry changed since the files were exported");
    addRemote(*applyCommand, applyOptions.remote);
    applyCommand->callback([&] { exitCode = apply(applyOptions); });

    ExportOptions exportOptions;
    exportOptions.remote.dataDirectory = defaultDataDirectory();
    auto* exportCommand = program.add_subcommand("export", "Write all documents of a running gateway as YAML files");
    exportCommand->add_option("DIR", exportOptions.directory, "Directory to write to; one file a document")->required();
    addRemote(*exportCommand, exportOptions.remote);
    exportCommand->callback([&] { exitCode = exportDocuments(exportOptions); });

    std::string migrateDirectory = defaultDataDirectory();
    auto* migrateCommand = program.add_subcommand("migrate", "Bring the database to this program's schema, then stop");
    migrateCommand->add_option("--data", migrateDirectory, "Data directory")->type_name("DIR")->capture_default_str();
    migrateCommand->callback([&] { exitCode = migrate(migrateDirectory); });

    DemoOptions demoOptions;
    demoOptions.remote.dataDirectory = defaultDataDirectory();
    auto* demoCommand = program.add_subcommand("demo", "Play a recorded workload through the gateway's simulated vendors");
    demoCommand->add_option("--speed", demoOptions.speed, "Times as fast as recorded")->check(CLI::Range(0.1, 100.0))->capture_default_str();
    demoCommand->add_option("--rounds", demoOptions.rounds, "How often to play it; 0: until stopped")->check(CLI::Range(0, 1'000'000))->capture_default_str();
    addRemote(*demoCommand, demoOptions.remote);
    demoCommand->callback([&] { exitCode = playDemo(demoOptions); });

    CLI11_PARSE(program, argc, argv);
    return exitCode;
}
