#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::app {

/// `signalboxd serve`
struct ServeOptions {
    std::string dataDirectory;
    std::string listen = "127.0.0.1:8787";
    int threads = 0; ///< 0: one for each core but one, at least one
    std::string tlsCertificate;
    std::string tlsKey;
    bool insecureListen = false;
    std::chrono::seconds grace{20};
    std::string logLevel = "info";
    std::string caFile;
};

/// The commands that speak to a running gateway.
struct RemoteOptions {
    std::string server;    ///< empty: the local one, found through `dataDirectory`
    std::string tokenFile; ///< empty: `dataDirectory`/admin.token
    std::string dataDirectory;
    std::string caFile;
};

struct ApplyOptions {
    RemoteOptions remote;
    std::vector<std::string> files;
    std::string label;
    std::string message;
    bool force = false; ///< also over what the registry got since the files were exported
};

struct ExportOptions {
    RemoteOptions remote;
    std::string directory;
};

struct DemoOptions {
    RemoteOptions remote;
    double speed = 1;      ///< times as fast as recorded
    int rounds = 0;        ///< 0: until stopped
};

/// `${XDG_DATA_HOME:-~/.local/share}/signalbox`
std::string defaultDataDirectory();

/// Each returns the process's exit code: 0 done, 1 failed (the reason is on stderr), 2 wrong use.
int serve(const ServeOptions& options);
int migrate(const std::string& dataDirectory);
int apply(const ApplyOptions& options);
int exportDocuments(const ExportOptions& options);
int playDemo(const DemoOptions& options);

} // namespace signalbox::app
