<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ApiClient</name>
    <message>
        <location filename="../core/client/api_client.cpp" line="23"/>
        <source>Nothing answers at %1.</source>
        <translation>Unter %1 antwortet niemand.</translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="25"/>
        <source>There is no host named %1.</source>
        <translation>Es gibt keinen Rechner namens %1.</translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="28"/>
        <source>%1 took too long to answer.</source>
        <translation>%1 hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="30"/>
        <source>No trusted connection to %1: its certificate was not accepted.</source>
        <translation>Keine vertrauenswürdige Verbindung zu %1: Das Zertifikat wurde nicht akzeptiert.</translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="32"/>
        <source>The connection to %1 failed: %2.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen: %2.</translation>
    </message>
    <message>
        <location filename="../core/client/api_result.cpp" line="44"/>
        <source>The gateway answered with status %1.</source>
        <translation>Das Gateway hat mit Status %1 geantwortet.</translation>
    </message>
</context>
<context>
    <name>signalbox::app::Console</name>
    <message>
        <location filename="../app/console/console.cpp" line="25"/>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <location filename="../app/console/console.cpp" line="34"/>
        <source>The gateway ended and was started again. %1</source>
        <translation>Das Gateway wurde beendet und neu gestartet. %1</translation>
    </message>
    <message>
        <location filename="../app/console/console.cpp" line="38"/>
        <source>Start it again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <location filename="../app/console/console.cpp" line="59"/>
        <source>%1 is not shown.</source>
        <translation>%1 wird nicht angezeigt.</translation>
    </message>
</context>
<context>
    <name>signalbox::app::GatewayProcess</name>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="46"/>
        <location filename="../app/console/gateway_process.cpp" line="138"/>
        <source>The gateway did not start.</source>
        <translation>Das Gateway wurde nicht gestartet.</translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="46"/>
        <source>%1 could not be run: %2.</source>
        <translation>%1 ließ sich nicht ausführen: %2.</translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="116"/>
        <source>The gateway takes long to start.</source>
        <translation>Das Gateway braucht lange zum Starten.</translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="116"/>
        <source>It runs and has not said yet where it answers.</source>
        <translation>Es läuft und hat noch nicht gemeldet, wo es antwortet.</translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="132"/>
        <source>It was ended by a signal or crashed.</source>
        <translation>Es wurde durch ein Signal beendet oder ist abgestürzt.</translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="132"/>
        <source>It ended with code %1.</source>
        <translation>Es wurde mit Code %1 beendet.</translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="138"/>
        <source>The gateway ended.</source>
        <translation>Das Gateway wurde beendet.</translation>
    </message>
</context>
<context>
    <name>signalbox::client::ApiClient</name>
    <message>
        <location filename="../core/client/api_client.cpp" line="163"/>
        <source>The answer could not be read: %1.</source>
        <translation>Die Antwort ließ sich nicht lesen: %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::client::EventStream</name>
    <message>
        <location filename="../core/client/event_stream.cpp" line="116"/>
        <source>The gateway does not accept the access token.</source>
        <translation>Das Gateway akzeptiert das Zugriffstoken nicht.</translation>
    </message>
    <message>
        <location filename="../core/client/event_stream.cpp" line="119"/>
        <source>The gateway ended the event stream.</source>
        <translation>Das Gateway hat den Ereignisstrom beendet.</translation>
    </message>
    <message>
        <location filename="../core/client/event_stream.cpp" line="122"/>
        <source>The event stream answered with status %1.</source>
        <translation>Der Ereignisstrom hat mit Status %1 geantwortet.</translation>
    </message>
</context>
<context>
    <name>signalbox::client::Gateways</name>
    <message>
        <location filename="../core/client/gateways.cpp" line="45"/>
        <source>A new address takes its own access token.</source>
        <translation>Eine neue Adresse braucht ihr eigenes Zugriffstoken.</translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="67"/>
        <source>Write the address as https://host or https://host:port.</source>
        <translation>Schreiben Sie die Adresse als https://host oder https://host:port.</translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="68"/>
        <source>An address holds no user name or password: the token has its own field.</source>
        <translation>Eine Adresse enthält weder Benutzernamen noch Passwort: Das Token hat ein eigenes Feld.</translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="70"/>
        <source>The address begins with https://.</source>
        <translation>Die Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="73"/>
        <source>Without https the token could be read on its way: only addresses of this computer may begin with http://.</source>
        <translation>Ohne https ließe sich das Token unterwegs mitlesen: Nur Adressen dieses Rechners dürfen mit http:// beginnen.</translation>
    </message>
</context>
<context>
    <name>signalbox::client::StreamCall</name>
    <message>
        <location filename="../core/client/stream_call.cpp" line="98"/>
        <source>The gateway did not answer: %1.</source>
        <translation>Das Gateway hat nicht geantwortet: %1.</translation>
    </message>
    <message>
        <location filename="../core/client/stream_call.cpp" line="98"/>
        <source>The answer broke off: %1.</source>
        <translation>Die Antwort ist abgebrochen: %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::client::TokenStore</name>
    <message>
        <location filename="../core/client/token_store.cpp" line="92"/>
        <source>The keychain did not keep the token: %1.</source>
        <translation>Der Schlüsselbund hat das Token nicht gespeichert: %1.</translation>
    </message>
    <message>
        <location filename="../core/client/token_store.cpp" line="113"/>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <location filename="../core/client/token_store.cpp" line="115"/>
        <location filename="../core/client/token_store.cpp" line="119"/>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui</name>
    <message>
        <location filename="../ui/overview/targets.cpp" line="41"/>
        <source>%1 of %2</source>
        <comment>calls under way of how many may be</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="42"/>
        <source> + %1</source>
        <comment>calls that wait in the queue</comment>
        <translation> + %1</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="50"/>
        <source>%1, %2</source>
        <comment>an error class, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="67"/>
        <source>Open, probed %1</source>
        <comment>in 12 s</comment>
        <translation>Offen, Prüfung %1</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="68"/>
        <source>Open, next call probes</source>
        <translation>Offen, nächster Aufruf prüft</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="70"/>
        <source>Half open, probing</source>
        <translation>Halb offen, wird geprüft</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="72"/>
        <source>Closed, %1 of %2 failed</source>
        <comment>calls in the breaker&apos;s window</comment>
        <translation>Geschlossen, %1/%2 Fehler</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="73"/>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="78"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="82"/>
        <source>%1: a simulated vendor inside the gateway</source>
        <translation>%1: ein simulierter Anbieter im Gateway</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="85"/>
        <location filename="../ui/overview/targets.cpp" line="107"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="90"/>
        <source>Healthy, degraded, or with its circuit breaker open</source>
        <translation>In Ordnung, eingeschränkt oder mit offenem Circuit Breaker</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="91"/>
        <location filename="../ui/overview/targets.cpp" line="113"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="85"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="91"/>
        <location filename="../ui/overview/targets.cpp" line="113"/>
        <source>Calls per second over the last minute</source>
        <translation>Aufrufe pro Sekunde in der letzten Minute</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="92"/>
        <location filename="../ui/overview/targets.cpp" line="114"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="92"/>
        <source>Share of calls that failed over the last minute</source>
        <translation>Anteil der Aufrufe, die in der letzten Minute fehlgeschlagen sind</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="93"/>
        <source>First token p50</source>
        <translation>Erstes Token p50</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="93"/>
        <source>Half of the calls had their first token sooner</source>
        <translation>Bei der Hälfte der Aufrufe kam das erste Token schneller</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="94"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="87"/>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="94"/>
        <source>19 of 20 calls had their first token sooner</source>
        <translation>Bei 19 von 20 Aufrufen kam das erste Token schneller</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="95"/>
        <source>In flight</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="95"/>
        <source>Calls under way, of how many may be, and how many wait</source>
        <translation>Laufende Aufrufe, wie viele es sein dürfen und wie viele warten</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="96"/>
        <source>Circuit breaker</source>
        <translation>Circuit Breaker</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="96"/>
        <source>Open: no calls are sent until a probe succeeds</source>
        <translation>Offen: Es werden keine Aufrufe gesendet, bis eine Prüfung gelingt</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="97"/>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="103"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="81"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="104"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="105"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="105"/>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="112"/>
        <source>Degraded: one call in ten or more failed for its caller over the last minute</source>
        <translation>Eingeschränkt: In der letzten Minute ist mindestens einer von zehn Aufrufen für den Aufrufer fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="114"/>
        <source>Share of calls that failed for their caller</source>
        <translation>Anteil der Aufrufe, die für den Aufrufer fehlgeschlagen sind</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="115"/>
        <source>Fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="115"/>
        <source>Share of calls that another target than the first had to answer</source>
        <translation>Anteil der Aufrufe, die ein anderes als das erste Ziel beantworten musste</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="116"/>
        <source>End to end p95</source>
        <translation>Gesamtdauer p95</translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="116"/>
        <source>19 of 20 calls were answered sooner</source>
        <translation>19 von 20 Aufrufen wurden schneller beantwortet</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="34"/>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="35"/>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="36"/>
        <source>Open</source>
        <comment>circuit breaker: no calls are let through</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="37"/>
        <source>Half open</source>
        <comment>circuit breaker: trying a few calls</comment>
        <translation>Halb offen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="38"/>
        <source>Closed</source>
        <comment>circuit breaker: calls are let through</comment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="39"/>
        <source>Idle</source>
        <translation>Ohne Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="40"/>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="41"/>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="42"/>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="43"/>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="44"/>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="45"/>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="46"/>
        <source>Trial</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="47"/>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="48"/>
        <source>Repaired</source>
        <translation>Repariert</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="49"/>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="50"/>
        <source>Protected</source>
        <comment>a label: it moves only with another person&apos;s approval</comment>
        <translation>Geschützt</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="51"/>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="56"/>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="24"/>
        <source>none</source>
        <comment>a setting that is not there</comment>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="35"/>
        <source>variables %1</source>
        <comment>a place in the contract of the variables</comment>
        <translation>Variablen %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="67"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="70"/>
        <source>%1. %2</source>
        <comment>number of a message, who says it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="69"/>
        <source>%1. %2, was %3</source>
        <translation>%1. %2, vorher %3</translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="121"/>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="27"/>
        <source>%1 of %2 passed</source>
        <translation>%1 von %2 bestanden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="28"/>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="29"/>
        <source>could not run</source>
        <translation>nicht ausführbar</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="36"/>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="36"/>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="58"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="59"/>
        <location filename="../ui/prompts/test_models.cpp" line="74"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="60"/>
        <source>Test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="60"/>
        <source>%1, version %2</source>
        <comment>a test set</comment>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="61"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="62"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="64"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="65"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="88"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="73"/>
        <source>Case</source>
        <translation>Testfall</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="75"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="76"/>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="86"/>
        <source>%1 at %2</source>
        <comment>kind of a check, place in the output</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="19"/>
        <location filename="../ui/widgets/effective_policy.cpp" line="27"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="22"/>
        <source>entries: %1</source>
        <translation>Einträge: %1</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="28"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="28"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="54"/>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="55"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="56"/>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="56"/>
        <source>The module that says so; later modules override</source>
        <translation>Das Modul, das es festlegt; spätere Module überschreiben</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="35"/>
        <source>%1 of %2</source>
        <comment>the live version, and the newest one</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="40"/>
        <source>%1 % to version %2</source>
        <translation>%1 % an Version %2</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="70"/>
        <source>Of the last 24 hours: healthy from 99 % success on, degraded from 95 %, else failing</source>
        <translation>In den letzten 24 Stunden: in Ordnung ab 99 % Erfolg, eingeschränkt ab 95 %, sonst gestört</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="76"/>
        <source>Its live version changes only with another person&apos;s approval</source>
        <translation>Die Live-Version wechselt nur mit Freigabe durch eine zweite Person</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="82"/>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="83"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="83"/>
        <source>Changed %1: %2</source>
        <translation>Geändert %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="84"/>
        <source>The version that serves (production), and the newest one where that is another</source>
        <translation>Die Version, die Aufrufe bedient (production), und die neueste, wenn das eine andere ist</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="85"/>
        <source>In the last 24 hours, without trials</source>
        <translation>In den letzten 24 Stunden, ohne Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="86"/>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="86"/>
        <source>Calls of the last 24 hours whose task was done</source>
        <translation>Aufrufe der letzten 24 Stunden, deren Aufgabe erledigt wurde</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="87"/>
        <source>19 of 20 calls were answered within this time</source>
        <translation>19 von 20 Aufrufen wurden innerhalb dieser Zeit beantwortet</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="88"/>
        <source>Of the last 24 hours, in US dollars</source>
        <translation>Der letzten 24 Stunden, in US-Dollar</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="89"/>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="89"/>
        <source>A newer version that gets a share of the calls</source>
        <translation>Eine neuere Version, die einen Anteil der Aufrufe erhält</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="90"/>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="91"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="92"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AboutPage</name>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="17"/>
        <source>About</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="17"/>
        <source>Signalbox: gateway and operations console for AI in production.</source>
        <translation>Signalbox: Gateway und Betriebskonsole für KI im Produktivbetrieb.</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="35"/>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="36"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="37"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="38"/>
        <source>Running since</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="39"/>
        <source>Data directory</source>
        <translation>Datenverzeichnis</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="40"/>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="41"/>
        <source>Its size</source>
        <translation>Ihre Größe</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="42"/>
        <source>Runs recorded since start</source>
        <translation>Seit dem Start aufgezeichnete Läufe</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="43"/>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="44"/>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="45"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="45"/>
        <source>GNU General Public License, version 3</source>
        <translation>GNU General Public License, Version 3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AppearancePage</name>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="15"/>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="15"/>
        <source>How the console looks on this computer.</source>
        <translation>Wie die Konsole auf diesem Rechner aussieht.</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="19"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="20"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="21"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="22"/>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="25"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="50"/>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="51"/>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CaseForm</name>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="23"/>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="24"/>
        <location filename="../ui/prompts/case_form.cpp" line="50"/>
        <source>Judge prompt</source>
        <translation>Bewertungs-Prompt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="24"/>
        <source>Add the case</source>
        <translation>Testfall hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="27"/>
        <location filename="../ui/prompts/case_form.cpp" line="73"/>
        <source>Test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="28"/>
        <source>Name of the new test set</source>
        <translation>Name des neuen Testsatzes</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="30"/>
        <source>Model or route that the test set runs on</source>
        <translation>Modell oder Route, auf dem oder der der Testsatz läuft</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="32"/>
        <source>provider/model, or route/NAME</source>
        <translation>provider/model oder route/NAME</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="33"/>
        <source>Name of the case</source>
        <translation>Name des Testfalls</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="35"/>
        <source>late parcel</source>
        <translation>verspätetes Paket</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="36"/>
        <source>Input of the case</source>
        <translation>Eingabe des Testfalls</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="37"/>
        <source>Expected value</source>
        <translation>Erwarteter Wert</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="39"/>
        <location filename="../ui/prompts/case_form.cpp" line="77"/>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="41"/>
        <source>What is expected</source>
        <translation>Was erwartet wird</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="43"/>
        <source>The output contains</source>
        <translation>Die Ausgabe enthält</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="44"/>
        <source>The output is exactly</source>
        <translation>Die Ausgabe ist genau</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="45"/>
        <source>The output keeps the JSON Schema</source>
        <translation>Die Ausgabe entspricht dem JSON-Schema</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="46"/>
        <source>A number near</source>
        <translation>Eine Zahl nahe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="47"/>
        <source>A judge prompt says that</source>
        <translation>Ein Bewertungs-Prompt befindet, dass</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="48"/>
        <source>Where in the output</source>
        <translation>Stelle in der Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="49"/>
        <source>whole output, or a place such as /label</source>
        <translation>ganze Ausgabe oder eine Stelle wie /label</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="51"/>
        <source>name or name@label; answers {&quot;pass&quot;: true}</source>
        <translation>Name oder name@label; antwortet {&quot;pass&quot;: true}</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="61"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="75"/>
        <source>Case</source>
        <translation>Testfall</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="76"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="78"/>
        <source>Where</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="93"/>
        <source>A new test case</source>
        <translation>Ein neuer Testfall</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="117"/>
        <source>New test set</source>
        <translation>Neuer Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="136"/>
        <source>what the judge should find, in a sentence</source>
        <translation>was die Bewertung feststellen soll, in einem Satz</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="136"/>
        <source>42 ± 0.5</source>
        <translation>42 ± 0,5</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="136"/>
        <source>words that should be there</source>
        <translation>Wörter, die vorkommen sollen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="180"/>
        <source>The test set could not be read.</source>
        <translation>Der Testsatz ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="190"/>
        <source>Add the case “%1”</source>
        <translation>Testfall „%1“ hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="193"/>
        <source>The case was not added.</source>
        <translation>Der Testfall wurde nicht hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CommandPalette</name>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="98"/>
        <source>Nothing is called that. A run is found by its id, run_…</source>
        <translation>So heißt nichts. Ein Lauf wird über seine Kennung gefunden, run_…</translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="101"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="104"/>
        <source>Where to, or what to do?</source>
        <translation>Wohin, oder was tun?</translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="105"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="107"/>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionsPage</name>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="19"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="19"/>
        <source>Which gateway this console shows: the one it starts on this computer, or a team&apos;s.</source>
        <translation>Welches Gateway diese Konsole zeigt: das, das sie auf diesem Rechner startet, oder das eines Teams.</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="20"/>
        <source>Show this gateway</source>
        <translation>Dieses Gateway anzeigen</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="20"/>
        <source>Forget</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="21"/>
        <location filename="../ui/settings/connections_page.cpp" line="140"/>
        <source>Add gateway</source>
        <translation>Gateway hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="24"/>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="46"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="46"/>
        <source>What you call it</source>
        <translation>Wie Sie es nennen</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="47"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="48"/>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="48"/>
        <location filename="../ui/settings/connections_page.cpp" line="144"/>
        <source>From the gateway&apos;s administrator; begins with sbt_</source>
        <translation>Vom Administrator des Gateways; beginnt mit sbt_</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="62"/>
        <source>New gateway</source>
        <translation>Neues Gateway</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="63"/>
        <source>Empties the form for another gateway</source>
        <translation>Leert das Formular für ein weiteres Gateway</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="102"/>
        <source>Tokens are kept in this desktop&apos;s keychain.</source>
        <translation>Tokens werden im Schlüsselbund dieses Desktops aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="103"/>
        <source>This machine has no keychain that works, so tokens are kept in the file %1, which only you can read.</source>
        <translation>Auf diesem Rechner gibt es keinen funktionierenden Schlüsselbund, deshalb werden Tokens in der Datei %1 aufbewahrt, die nur Sie lesen können.</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="114"/>
        <source>%1 · %2 · shown now</source>
        <translation>%1 · %2 · wird angezeigt</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="122"/>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="122"/>
        <source>started by this console</source>
        <translation>von dieser Konsole gestartet</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="139"/>
        <source>Change %1</source>
        <comment>a gateway</comment>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="139"/>
        <source>Add a gateway</source>
        <translation>Ein Gateway hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="140"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="144"/>
        <source>Leave it empty to keep the one there is</source>
        <translation>Leer lassen, um das vorhandene zu behalten</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="152"/>
        <source>Give it a name.</source>
        <translation>Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="155"/>
        <source>A gateway takes an access token.</source>
        <translation>Ein Gateway braucht ein Zugriffstoken.</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="167"/>
        <source>%1 is saved.</source>
        <comment>a gateway</comment>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="180"/>
        <source>%1 and its token are forgotten.</source>
        <translation>%1 und das zugehörige Token sind entfernt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ContractView</name>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="20"/>
        <source>each element</source>
        <translation>jedes Element</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="20"/>
        <source>any other member</source>
        <translation>jedes weitere Feld</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="20"/>
        <source>the whole</source>
        <translation>das Ganze</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="40"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="41"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="42"/>
        <source>Needed</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="42"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="42"/>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="43"/>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="44"/>
        <source>What it is</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="93"/>
        <source>%1: %2</source>
        <comment>Input: a customer&apos;s message</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CopyLine</name>
    <message>
        <location filename="../ui/widgets/copy_line.cpp" line="29"/>
        <source>Copy %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <location filename="../ui/widgets/copy_line.cpp" line="30"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CredentialsPage</name>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="35"/>
        <location filename="../ui/settings/credentials_page.cpp" line="40"/>
        <source>Application keys</source>
        <translation>Anwendungsschlüssel</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="35"/>
        <location filename="../ui/settings/credentials_page.cpp" line="40"/>
        <source>Access tokens</source>
        <translation>Zugriffstokens</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="36"/>
        <source>What your applications show the gateway. One for each application, so that its runs can be told apart and it can be revoked alone.</source>
        <translation>Womit sich Ihre Anwendungen am Gateway ausweisen. Einer für jede Anwendung, damit sich ihre Läufe unterscheiden lassen und er einzeln widerrufen werden kann.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="37"/>
        <source>What people, consoles and scripts show the gateway&apos;s control plane. A role may do what the ones before it may.</source>
        <translation>Womit sich Personen, Konsolen und Skripte an der Steuerungsebene des Gateways ausweisen. Eine Rolle darf auch alles, was die vorhergehenden dürfen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="41"/>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="41"/>
        <source>Create token</source>
        <translation>Token erstellen</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="42"/>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="42"/>
        <source>new key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="42"/>
        <source>new token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="45"/>
        <source>web-shop</source>
        <translation>web-shop</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="45"/>
        <source>kim&apos;s console</source>
        <translation>Kims Konsole</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="50"/>
        <source>Viewer: sees everything but payloads</source>
        <translation>Betrachter: sieht alles außer Nutzdaten</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="50"/>
        <source>Reviewer: also payloads</source>
        <translation>Prüfer: auch Nutzdaten</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="51"/>
        <source>Engineer: also new versions of documents</source>
        <translation>Entwickler: auch neue Versionen von Dokumenten</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="51"/>
        <source>Operator: also puts them in force, providers, breakers</source>
        <translation>Operator: setzt sie auch in Kraft, Anbieter, Breaker</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="52"/>
        <source>Administrator: everything</source>
        <translation>Administrator: alles</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="55"/>
        <location filename="../ui/settings/credentials_page.cpp" line="120"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="55"/>
        <source>The application that will use it</source>
        <translation>Die Anwendung, die ihn verwenden wird</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="55"/>
        <source>Who or what will use it</source>
        <translation>Wer oder was es verwenden wird</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="56"/>
        <location filename="../ui/settings/credentials_page.cpp" line="126"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="74"/>
        <source>This key is shown this once. Copy it now: the gateway keeps only a hash of it.</source>
        <translation>Dieser Schlüssel wird nur dieses eine Mal angezeigt. Kopieren Sie ihn jetzt: Das Gateway behält nur einen Hash davon.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="75"/>
        <source>This token is shown this once. Copy it now: the gateway keeps only a hash of it.</source>
        <translation>Dieses Token wird nur dieses eine Mal angezeigt. Kopieren Sie es jetzt: Das Gateway behält nur einen Hash davon.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="78"/>
        <source>I have copied it</source>
        <translation>Ist kopiert</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="121"/>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="125"/>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="127"/>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="128"/>
        <source>%1, to the minute</source>
        <translation>%1, auf die Minute genau</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="128"/>
        <source>Nobody has come with it yet</source>
        <translation>Damit hat sich noch niemand angemeldet</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="129"/>
        <source>When somebody last came with it, to the minute</source>
        <translation>Wann sich zuletzt jemand damit angemeldet hat, auf die Minute genau</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="130"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="132"/>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="132"/>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="156"/>
        <source>Your role does not show these.</source>
        <translation>Ihre Rolle darf das nicht sehen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="158"/>
        <source>The keys could not be read.</source>
        <translation>Die Schlüssel ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="158"/>
        <source>The tokens could not be read.</source>
        <translation>Die Tokens ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="165"/>
        <source>Give it a name.</source>
        <translation>Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="176"/>
        <source>The key was not created.</source>
        <translation>Der Schlüssel wurde nicht erstellt.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="176"/>
        <source>The token was not created.</source>
        <translation>Das Token wurde nicht erstellt.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="193"/>
        <source>Revoke “%1”?</source>
        <translation>„%1“ widerrufen?</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="194"/>
        <source>Every application that uses it is refused from that moment on; the key cannot be put back.</source>
        <translation>Jede Anwendung, die ihn verwendet, wird von diesem Moment an abgewiesen; der Schlüssel lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="195"/>
        <source>Whoever uses it is signed out at once; the token cannot be put back.</source>
        <translation>Wer es verwendet, wird sofort abgemeldet; das Token lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="196"/>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="202"/>
        <source>“%1” was not revoked.</source>
        <translation>„%1“ wurde nicht widerrufen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="205"/>
        <source>“%1” is revoked.</source>
        <translation>„%1“ ist widerrufen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataTable</name>
    <message>
        <location filename="../ui/widgets/data_table.cpp" line="169"/>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <location filename="../ui/widgets/data_table.cpp" line="178"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DetailPane</name>
    <message>
        <location filename="../ui/widgets/detail_pane.cpp" line="21"/>
        <location filename="../ui/widgets/detail_pane.cpp" line="22"/>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/detail_pane.cpp" line="43"/>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffPage</name>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="44"/>
        <source>Swap the two sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="45"/>
        <source>Hide changes of blanks</source>
        <translation>Leerraum ignorieren</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="45"/>
        <source>Put parts in</source>
        <translation>Bausteine einsetzen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="45"/>
        <source>Unchanged lines</source>
        <translation>Unveränderte Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="46"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="46"/>
        <source>Previous change (Shift+F7, P)</source>
        <translation>Vorherige Änderung (Umschalt+F7, P)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="47"/>
        <source>Next change (F7, N)</source>
        <translation>Nächste Änderung (F7, N)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="90"/>
        <source>What was said in that run could not be read.</source>
        <translation>Was in diesem Lauf gesagt wurde, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="101"/>
        <source>Before: the left side</source>
        <translation>Vorher: die linke Seite</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="103"/>
        <source>After: the right side</source>
        <translation>Nachher: die rechte Seite</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="109"/>
        <source>One under the other</source>
        <translation>Untereinander</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="114"/>
        <source>Removed lines above added ones, instead of side by side</source>
        <translation>Entfernte Zeilen über hinzugefügten statt nebeneinander</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="115"/>
        <source>Lines that differ only in blanks count as equal</source>
        <translation>Zeilen, die sich nur im Leerraum unterscheiden, gelten als gleich</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="117"/>
        <source>Shows the text of {{&gt; parts}} where they stand</source>
        <translation>Zeigt den Text von {{&gt; parts}} an Ort und Stelle</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="119"/>
        <source>Opens everything that is folded (E)</source>
        <translation>Öffnet alles Eingeklappte (E)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="121"/>
        <source>Compare the templates, or what would be sent for the input of a real run</source>
        <translation>Die Vorlagen vergleichen oder das, was mit der Eingabe eines echten Laufs gesendet würde</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="148"/>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="156"/>
        <source>What else differs</source>
        <translation>Was sich sonst unterscheidet</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="182"/>
        <source>the draft</source>
        <translation>der Entwurf</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="190"/>
        <source>Draft, as in the editor</source>
        <translation>Entwurf, wie im Editor</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="250"/>
        <source>The two versions could not be compared.</source>
        <translation>Die beiden Versionen ließen sich nicht vergleichen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="262"/>
        <source>%1: %2 → %3</source>
        <comment>a setting, before, after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="279"/>
        <source>That input does not go into %1.</source>
        <translation>Diese Eingabe passt nicht in %1.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="302"/>
        <source>The draft has served nothing yet.</source>
        <translation>Der Entwurf war noch nicht im Einsatz.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="305"/>
        <source>%1: %2</source>
        <comment>a version, what it did</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="310"/>
        <source>Against the live version: %1</source>
        <translation>Gegenüber der Live-Version: %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="310"/>
        <source>Against the live version: %1 (%2)</source>
        <translation>Gegenüber der Live-Version: %1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="318"/>
        <source>%1 → %2 tokens (%3)</source>
        <translation>%1 → %2 Tokens (%3)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="319"/>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="322"/>
        <source>input of a call about %1 → %2</source>
        <translation>Eingabe eines Aufrufs etwa %1 → %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="323"/>
        <source>input of a call about %1 → %2 on %3</source>
        <translation>Eingabe eines Aufrufs etwa %1 → %2 mit %3</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="339"/>
        <source>Nothing depends on this prompt.</source>
        <translation>Nichts hängt von diesem Prompt ab.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="339"/>
        <source>Used by %1</source>
        <comment>a list of documents</comment>
        <translation>Verwendet von %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="340"/>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>%1 of %2</source>
        <comment>a change of many</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffView</name>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="58"/>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="76"/>
        <source>− %1    + %2</source>
        <comment>the two sides of a comparison</comment>
        <translation>− %1    + %2</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="98"/>
        <source>%1 (new)</source>
        <comment>a message that only the newer version has</comment>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="99"/>
        <source>%1 (removed)</source>
        <comment>a message that only the older version has</comment>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="107"/>
        <source>⋯  %1 unchanged lines</source>
        <translation>⋯  %1 unveränderte Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="21"/>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="38"/>
        <source>Comparison of %1 with %2</source>
        <translation>Vergleich von %1 mit %2</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="82"/>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="83"/>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="84"/>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="85"/>
        <source>%1 moved</source>
        <translation>%1 verschoben</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="86"/>
        <source>The texts are equal.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="86"/>
        <source>lines: %1</source>
        <comment>changed, added, removed, moved</comment>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="144"/>
        <source>Change %1 of %2: %3</source>
        <translation>Änderung %1 von %2: %3</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="224"/>
        <source>Click to open</source>
        <translation>Zum Öffnen klicken</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="229"/>
        <source>Moved to line %1 of the other side. Click here to go there.</source>
        <translation>Verschoben nach Zeile %1 der anderen Seite. Klicken Sie, um dorthin zu springen.</translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="229"/>
        <source>Moved from line %1 of the other side. Click here to go there.</source>
        <translation>Verschoben von Zeile %1 der anderen Seite. Klicken Sie, um dorthin zu springen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DocumentDetail</name>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="29"/>
        <source>Make this version live</source>
        <translation>Diese Version live schalten</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="31"/>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="32"/>
        <location filename="../ui/routes/document_detail.cpp" line="45"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="33"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="45"/>
        <source>Edit (unsaved)</source>
        <translation>Bearbeiten (ungespeichert)</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="52"/>
        <source>The live version of %1 is protected.</source>
        <translation>Die Live-Version von %1 ist geschützt.</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="52"/>
        <source>Version %1 is saved; it goes live when you ask for it and another person approves.</source>
        <translation>Version %1 ist gespeichert; sie geht live, wenn Sie es anfordern und eine zweite Person zustimmt.</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="53"/>
        <source>Request approval…</source>
        <translation>Freigabe anfordern …</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="130"/>
        <source>New: %1</source>
        <comment>kind of document</comment>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="131"/>
        <source>Give it a name of its own in the second line, then save it.</source>
        <translation>Geben Sie in der zweiten Zeile einen eigenen Namen an und speichern Sie dann.</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="163"/>
        <source>The versions of %1 could not be read.</source>
        <translation>Die Versionen von %1 ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="171"/>
        <source>%1 · version %2 is live</source>
        <translation>%1 · Version %2 ist live</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="171"/>
        <source>%1 · version %2 is live, %3 is the newest</source>
        <translation>%1 · Version %2 ist live, %3 ist die neueste</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="184"/>
        <source>The live version was not changed.</source>
        <translation>Die Live-Version wurde nicht geändert.</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="191"/>
        <source>%1: version %2 is live instead of %3.</source>
        <translation>%1: Version %2 ist live statt %3.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DocumentEditor</name>
    <message>
        <location filename="../ui/widgets/document_editor.cpp" line="17"/>
        <source>Document as YAML</source>
        <translation>Dokument als YAML</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EditorPage</name>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="51"/>
        <source>Discard edits</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="51"/>
        <source>Save version</source>
        <translation>Version speichern</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="51"/>
        <source>Save and make live</source>
        <translation>Speichern und live schalten</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="54"/>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="56"/>
        <location filename="../ui/versions/editor_page.cpp" line="58"/>
        <source>Why this change</source>
        <translation>Warum diese Änderung</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="203"/>
        <source>The edits are discarded.</source>
        <translation>Die Änderungen sind verworfen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="159"/>
        <source>The text of %1 could not be read.</source>
        <translation>Der Text von %1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="57"/>
        <source>Kept with the version</source>
        <translation>Wird mit der Version aufbewahrt</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="173"/>
        <source>These are edits that were not saved yet.</source>
        <translation>Diese Änderungen wurden noch nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="228"/>
        <source>This is valid.</source>
        <translation>Das ist gültig.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="263"/>
        <source>The version was not saved; your text is as it was.</source>
        <translation>Die Version wurde nicht gespeichert; Ihr Text ist unverändert.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="277"/>
        <source>Not saved: version %1 was saved meanwhile by %2.</source>
        <translation>Nicht gespeichert: Version %1 wurde inzwischen von %2 gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="278"/>
        <source>Your text is as it was. Look at theirs, take over what you want, then save on top of version %1.</source>
        <translation>Ihr Text ist unverändert. Sehen Sie sich die andere Version an, übernehmen Sie, was Sie möchten, und speichern Sie dann auf Grundlage von Version %1.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="279"/>
        <source>Look at the versions</source>
        <translation>Versionen ansehen</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="305"/>
        <location filename="../ui/versions/editor_page.cpp" line="320"/>
        <source>%1, version %2, is live.</source>
        <translation>%1, Version %2, ist live.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="305"/>
        <source>%1, version %2, is saved; it is not live yet.</source>
        <translation>%1, Version %2, ist gespeichert; sie ist noch nicht live.</translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="317"/>
        <source>Version %1 is saved, but it was not made live.</source>
        <translation>Version %1 ist gespeichert, wurde aber nicht live geschaltet.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ExplanationPage</name>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="23"/>
        <source>Order</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="24"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="25"/>
        <source>Would serve</source>
        <translation>Würde antworten</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="25"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="31"/>
        <source>A target is drawn by weight; the others follow by weight when it cannot serve.</source>
        <translation>Ein Ziel wird nach Gewicht ausgelost; kann es nicht antworten, folgen die anderen nach Gewicht.</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="32"/>
        <source>The target that costs least for the call serves; the next one when it cannot.</source>
        <translation>Es antwortet das Ziel, das für den Aufruf am wenigsten kostet; kann es nicht, das nächste.</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="33"/>
        <source>The target that was fastest to its first token lately serves; the next one when it cannot.</source>
        <translation>Es antwortet das Ziel, dessen erstes Token zuletzt am schnellsten kam; kann es nicht, das nächste.</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="34"/>
        <source>The first target serves; the next one when it cannot.</source>
        <translation>Es antwortet das erste Ziel; kann es nicht, das nächste.</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="48"/>
        <location filename="../ui/routes/explanation_page.cpp" line="49"/>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="49"/>
        <location filename="../ui/routes/explanation_page.cpp" line="50"/>
        <source>Effective policy</source>
        <translation>Wirksame Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="105"/>
        <source>A simulated vendor inside the gateway: no call leaves this machine. Models: %1.</source>
        <translation>Ein simulierter Anbieter im Gateway: Kein Aufruf verlässt diesen Rechner. Modelle: %1.</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="106"/>
        <source>Calls go to %1 by the protocol &apos;%2&apos;. Models: %3.</source>
        <translation>Aufrufe gehen über das Protokoll „%2“ an %1. Modelle: %3.</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="106"/>
        <source>the vendor&apos;s usual address</source>
        <translation>die übliche Adresse des Anbieters</translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="111"/>
        <source>Laid over &apos;default&apos;. Each value below says which module it came from.</source>
        <translation>Liegt über „default“. Bei jedem Wert steht, aus welchem Modul er kommt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FirstCall</name>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="13"/>
        <source>curl line</source>
        <translation>curl-Zeile</translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="14"/>
        <source>Python lines</source>
        <translation>Python-Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="21"/>
        <source>No call yet. Make the first one</source>
        <translation>Noch kein Aufruf. Senden Sie den ersten</translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="24"/>
        <source>From a terminal</source>
        <translation>Aus einem Terminal</translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="26"/>
        <source>From Python, with the official OpenAI SDK</source>
        <translation>Aus Python, mit dem offiziellen OpenAI-SDK</translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="34"/>
        <source>The gateway answers here. A simulated vendor is behind the route “starter”, so this costs nothing; the key is in %1.</source>
        <translation>Das Gateway antwortet hier. Hinter der Route „starter“ steht ein simulierter Anbieter, das kostet also nichts; der Schlüssel liegt in %1.</translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="35"/>
        <source>The gateway answers here. Ask its operator for an application key, or make one under Settings.</source>
        <translation>Das Gateway antwortet hier. Fragen Sie seinen Operator nach einem Anwendungsschlüssel oder erstellen Sie einen in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HelpViewer</name>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="30"/>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="32"/>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="34"/>
        <source>Close the help</source>
        <translation>Hilfe schließen</translation>
    </message>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="35"/>
        <source>Close the help (F1)</source>
        <translation>Hilfe schließen (F1)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::InputForm</name>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="47"/>
        <source>Input as a form</source>
        <translation>Eingabe als Formular</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="91"/>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="93"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="93"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="93"/>
        <source>nothing (null)</source>
        <translation>nichts (null)</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="113"/>
        <source>One in each line</source>
        <translation>Eins pro Zeile</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="116"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="127"/>
        <source>%1 (optional)</source>
        <comment>a member of the input</comment>
        <translation>%1 (optional)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JsonField</name>
    <message>
        <location filename="../ui/widgets/json_field.cpp" line="49"/>
        <source>Line %1 is no JSON: %2.</source>
        <translation>Zeile %1 ist kein JSON: %2.</translation>
    </message>
    <message>
        <location filename="../ui/widgets/json_field.cpp" line="49"/>
        <source>there is more than one value</source>
        <translation>es gibt mehr als einen Wert</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KeysSheet</name>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="17"/>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="25"/>
        <source>Go anywhere, do anything</source>
        <translation>Überallhin wechseln, alles tun</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="26"/>
        <source>First panel, and so on to Ctrl+9</source>
        <translation>Erster Bereich, und so weiter bis Strg+9</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="27"/>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="28"/>
        <source>Read everything anew</source>
        <translation>Alles neu laden</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="29"/>
        <source>Copy the chosen rows</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="30"/>
        <source>Fold the panel list</source>
        <translation>Bereichsliste einklappen</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="31"/>
        <source>Help for this panel</source>
        <translation>Hilfe zu diesem Bereich</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="32"/>
        <source>These keys</source>
        <translation>Diese Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="33"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="46"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="87"/>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="174"/>
        <source>%1 – Signalbox</source>
        <comment>a panel&apos;s title</comment>
        <translation>%1 – Signalbox</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="188"/>
        <source>There is nothing at %1.</source>
        <translation>Unter %1 gibt es nichts.</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="286"/>
        <source>“%1” does not accept the access token.</source>
        <translation>„%1“ akzeptiert das Zugriffstoken nicht.</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="287"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="290"/>
        <source>No connection to “%1” since %2.</source>
        <translation>Keine Verbindung zu „%1“ seit %2.</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="291"/>
        <source>What you see is from then. Signalbox goes on trying to connect.</source>
        <translation>Was Sie sehen, stammt von diesem Zeitpunkt. Signalbox versucht weiter, eine Verbindung herzustellen.</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="292"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="309"/>
        <source>Go to %1</source>
        <comment>a panel</comment>
        <translation>Zu „%1“ wechseln</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="325"/>
        <source>Show: %1</source>
        <comment>a span of time</comment>
        <translation>Anzeigen: %1</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="325"/>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="332"/>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="332"/>
        <location filename="../ui/shell/main_window.cpp" line="333"/>
        <location filename="../ui/shell/main_window.cpp" line="334"/>
        <location filename="../ui/shell/main_window.cpp" line="335"/>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="333"/>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="334"/>
        <source>High contrast theme</source>
        <translation>Farbschema mit hohem Kontrast</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="335"/>
        <source>Theme as the system</source>
        <translation>Farbschema wie das System</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="336"/>
        <source>Read everything anew</source>
        <translation>Alles neu laden</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="337"/>
        <source>Help for this panel</source>
        <translation>Hilfe zu diesem Bereich</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="341"/>
        <source>Show the keys</source>
        <translation>Tastenkürzel anzeigen</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="342"/>
        <source>Fold the panel list</source>
        <translation>Bereichsliste einklappen</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="350"/>
        <source>Open the run %1</source>
        <translation>Lauf %1 öffnen</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="350"/>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="352"/>
        <source>Open %1</source>
        <comment>a link</comment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="352"/>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageBar</name>
    <message>
        <location filename="../ui/widgets/message_bar.cpp" line="43"/>
        <location filename="../ui/widgets/message_bar.cpp" line="55"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../ui/widgets/message_bar.cpp" line="51"/>
        <location filename="../ui/widgets/message_bar.cpp" line="52"/>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/message_bar.cpp" line="127"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../ui/versions/label_move.cpp" line="25"/>
        <source>It could not be undone.</source>
        <translation>Es ließ sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageCard</name>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="19"/>
        <source>Move the message up</source>
        <translation>Nachricht nach oben verschieben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="20"/>
        <source>Move the message down</source>
        <translation>Nachricht nach unten verschieben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="20"/>
        <source>Remove the message</source>
        <translation>Nachricht entfernen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="23"/>
        <source>Who says it</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="27"/>
        <source>Estimated from the length; vendors count differently</source>
        <translation>Aus der Länge geschätzt; Anbieter zählen anders</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="45"/>
        <location filename="../ui/prompts/message_card.cpp" line="60"/>
        <source>Text of the %1 message</source>
        <translation>Text der Nachricht (%1)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="64"/>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="65"/>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="66"/>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="94"/>
        <source>about %1 tokens</source>
        <translation>etwa %1 Tokens</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MetricsPanel</name>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="49"/>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="49"/>
        <source>All calls</source>
        <translation>Alle Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="50"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="51"/>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="51"/>
        <source>Task success: the contract was kept and nothing failed, over all calls</source>
        <translation>Aufgabenerfolg: Der Vertrag wurde eingehalten und nichts schlug fehl, bezogen auf alle Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="52"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="283"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="52"/>
        <source>Failed calls over all that their callers did not leave</source>
        <translation>Fehlgeschlagene Aufrufe, bezogen auf alle, die der Aufrufer nicht abgebrochen hat</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="53"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="283"/>
        <source>Fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="53"/>
        <source>Calls that needed another target than the first</source>
        <translation>Aufrufe, die ein anderes als das erste Ziel brauchten</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="54"/>
        <source>First token p50</source>
        <translation>Erstes Token p50</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="54"/>
        <source>Half of the streamed calls began faster</source>
        <translation>Die Hälfte der gestreamten Aufrufe begann schneller</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="55"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="57"/>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="55"/>
        <source>First token: 95 of 100 streamed calls began faster</source>
        <translation>Erstes Token: 95 von 100 gestreamten Aufrufen begannen schneller</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="56"/>
        <source>Total p50</source>
        <translation>Gesamt p50</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="56"/>
        <source>Half of the calls that succeeded were faster</source>
        <translation>Die Hälfte der erfolgreichen Aufrufe war schneller</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="57"/>
        <source>Total: 95 of 100 calls that succeeded were faster</source>
        <translation>Gesamt: 95 von 100 erfolgreichen Aufrufen waren schneller</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="58"/>
        <source>Tokens in</source>
        <translation>Eingabe-Tokens</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="59"/>
        <source>Tokens out</source>
        <translation>Ausgabe-Tokens</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="60"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="284"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="60"/>
        <source>All money spent, failed attempts and retries included</source>
        <translation>Alle Kosten, einschließlich fehlgeschlagener Versuche und Wiederholungen</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="61"/>
        <source>Per success</source>
        <translation>Pro Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="61"/>
        <source>Cost per successful task: all money spent over the calls that succeeded</source>
        <translation>Kosten pro erfolgreicher Aufgabe: alle Kosten geteilt durch die erfolgreichen Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="91"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="169"/>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="91"/>
        <source>Quality, latency and cost, each on its own axis</source>
        <translation>Qualität, Latenz und Kosten, jede auf eigener Achse</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="98"/>
        <source>No calls in this time</source>
        <translation>Keine Aufrufe in diesem Zeitraum</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="98"/>
        <source>Charts of latency, outcomes and cost appear here with the first call. Look at a longer time at the top, or make a call.</source>
        <translation>Mit dem ersten Aufruf erscheinen hier Diagramme zu Latenz, Ergebnissen und Kosten. Wählen Sie oben einen längeren Zeitraum oder senden Sie einen Aufruf.</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="99"/>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="102"/>
        <source>Table by</source>
        <translation>Tabelle nach</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="103"/>
        <source>Group the table by</source>
        <translation>Tabelle gruppieren nach</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="104"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="105"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="112"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="106"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="112"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="107"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="108"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="109"/>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="112"/>
        <source>provider/model</source>
        <translation>provider/model</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="125"/>
        <source>First token (s)</source>
        <translation>Erstes Token (s)</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="126"/>
        <source>End to end (s)</source>
        <translation>Gesamtdauer (s)</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="127"/>
        <source>Calls per minute</source>
        <translation>Aufrufe pro Minute</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="128"/>
        <source>Errors and fallbacks (%)</source>
        <translation>Fehler und Fallbacks (%)</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="129"/>
        <source>Cost per hour ($)</source>
        <translation>Kosten pro Stunde ($)</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="130"/>
        <source>Tokens per minute</source>
        <translation>Tokens pro Minute</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="141"/>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="154"/>
        <source>Totals of this time</source>
        <translation>Summen dieses Zeitraums</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="164"/>
        <source>Charts and totals</source>
        <translation>Diagramme und Summen</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="169"/>
        <source>Quality, latency and cost, each on its own axis.</source>
        <translation>Qualität, Latenz und Kosten, jede auf eigener Achse.</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="235"/>
        <source>The metrics could not be read.</source>
        <translation>Die Metriken ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="236"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Succeeded</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Cancelled</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="285"/>
        <source>In</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="285"/>
        <source>Out</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="291"/>
        <source>Export the totals</source>
        <translation>Summen exportieren</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="291"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="308"/>
        <source>The file was not written.</source>
        <translation>Die Datei wurde nicht geschrieben.</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="310"/>
        <source>The totals are in %1.</source>
        <translation>Die Summen sind in %1.</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="324"/>
        <source>Move the crosshair of a chart</source>
        <translation>Fadenkreuz eines Diagramms bewegen</translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="324"/>
        <source>Copy the chosen totals as text</source>
        <translation>Ausgewählte Summen als Text kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ModelsTable</name>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="23"/>
        <source>Models of this provider</source>
        <translation>Modelle dieses Anbieters</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Capabilities</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>In $/M</source>
        <translation>Ein $/M</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Cached $/M</source>
        <translation>Cache $/M</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Out $/M</source>
        <translation>Aus $/M</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="27"/>
        <source>Tokens of the longest answer</source>
        <translation>Tokens der längsten Antwort</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="28"/>
        <source>As the vendor calls it; callers say provider/model</source>
        <translation>So nennt es der Anbieter; Aufrufer sagen provider/model</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="29"/>
        <source>chat, stream, tools, json_schema, vision, embeddings: with commas between</source>
        <translation>chat, stream, tools, json_schema, vision, embeddings: durch Kommas getrennt</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="30"/>
        <source>USD per million tokens; empty: not known, counted as nothing</source>
        <translation>USD pro Million Tokens; leer: nicht bekannt, zählt als nichts</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="40"/>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="42"/>
        <source>Remove model</source>
        <translation>Modell entfernen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NavigationRail</name>
    <message numerus="yes">
        <location filename="../ui/shell/navigation_rail.cpp" line="32"/>
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="106"/>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="128"/>
        <source>Operate</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="129"/>
        <source>Build</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="130"/>
        <source>Govern</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="134"/>
        <source>Fold the panel list</source>
        <translation>Bereichsliste einklappen</translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="135"/>
        <source>Fold or unfold (Ctrl+B)</source>
        <translation>Ein- oder ausklappen (Strg+B)</translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="146"/>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OpenDocument</name>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="65"/>
        <source>The versions of %1 could not be read.</source>
        <translation>Die Versionen von %1 ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="173"/>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="173"/>
        <source>version %1 (%2)</source>
        <translation>Version %1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="190"/>
        <location filename="../ui/versions/open_document.cpp" line="208"/>
        <source>Version %1 of %2 could not be read.</source>
        <translation>Version %1 von %2 ließ sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPanel</name>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="28"/>
        <location filename="../ui/overview/overview_panel.cpp" line="63"/>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="28"/>
        <source>Each target&apos;s health and the traffic of this minute</source>
        <translation>Der Zustand jedes Ziels und der Verkehr dieser Minute</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="34"/>
        <location filename="../ui/overview/overview_panel.cpp" line="52"/>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="35"/>
        <location filename="../ui/overview/overview_panel.cpp" line="55"/>
        <source>Workflows and routes</source>
        <translation>Workflows und Routen</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="63"/>
        <source>Each target&apos;s health and the traffic of this minute.</source>
        <translation>Der Zustand jedes Ziels und der Verkehr dieser Minute.</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="118"/>
        <source>The overview could not be read.</source>
        <translation>Die Übersicht ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="119"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="173"/>
        <source>The circuit breaker was not reset.</source>
        <translation>Der Circuit Breaker wurde nicht zurückgesetzt.</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="176"/>
        <source>Calls go to %1 again.</source>
        <translation>Aufrufe gehen wieder an %1.</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="204"/>
        <source>Health of %1</source>
        <comment>a target</comment>
        <translation>Zustand von %1</translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="212"/>
        <source>Runs of the chosen target, workflow or route</source>
        <translation>Läufe des ausgewählten Ziels, des Workflows oder der Route</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ParametersForm</name>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="25"/>
        <source>as the vendor</source>
        <translation>wie der Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="35"/>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="35"/>
        <source>0 to 2: how much chance there is in the answer</source>
        <translation>0 bis 2: wie viel Zufall in der Antwort steckt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="36"/>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="36"/>
        <source>0 to 1: only the likeliest words that together have this share</source>
        <translation>0 bis 1: nur die wahrscheinlichsten Wörter, die zusammen diesen Anteil haben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="37"/>
        <source>Most tokens</source>
        <translation>Max. Tokens</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="37"/>
        <source>Where the answer is cut off (max_tokens)</source>
        <translation>Wo die Antwort abgeschnitten wird (max_tokens)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="38"/>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="38"/>
        <source>The same seed tries to give the same answer</source>
        <translation>Derselbe Seed soll dieselbe Antwort ergeben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="39"/>
        <source>Stop at</source>
        <translation>Stoppen bei</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="39"/>
        <source>Text that ends the answer; several are parted by |</source>
        <translation>Text, der die Antwort beendet; mehrere werden durch | getrennt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="40"/>
        <source>Reasoning</source>
        <translation>Reasoning</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="40"/>
        <source>low, medium, high: for models that think first</source>
        <translation>low, medium, high: für Modelle, die erst nachdenken</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="41"/>
        <source>Presence penalty</source>
        <translation>Presence Penalty</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="41"/>
        <source>-2 to 2: away from words that were there already</source>
        <translation>-2 bis 2: weg von Wörtern, die schon vorkamen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="42"/>
        <source>Frequency penalty</source>
        <translation>Frequency Penalty</translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="42"/>
        <source>-2 to 2: away from words the more often they were there</source>
        <translation>-2 bis 2: weg von Wörtern, je öfter sie vorkamen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicyPage</name>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="24"/>
        <source>An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets the output below, marked as degraded.</source>
        <translation>Eine Ausgabe, die ihren Vertrag verletzt, wird dem Modell einmal mit dem Hinweis gezeigt, was falsch ist. Hilft das nicht, erhält der Aufrufer die Ausgabe unten, als eingeschränkt gekennzeichnet.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="25"/>
        <source>An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets an error, and the call is kept to be replayed.</source>
        <translation>Eine Ausgabe, die ihren Vertrag verletzt, wird dem Modell einmal mit dem Hinweis gezeigt, was falsch ist. Hilft das nicht, erhält der Aufrufer einen Fehler, und der Aufruf wird zum Wiederholen aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="26"/>
        <source>An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets an error.</source>
        <translation>Eine Ausgabe, die ihren Vertrag verletzt, wird dem Modell einmal mit dem Hinweis gezeigt, was falsch ist. Hilft das nicht, erhält der Aufrufer einen Fehler.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="27"/>
        <source>Instead of an output that breaks its contract the caller gets the output below, marked as degraded.</source>
        <translation>Statt einer Ausgabe, die ihren Vertrag verletzt, erhält der Aufrufer die Ausgabe unten, als eingeschränkt gekennzeichnet.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="28"/>
        <source>When an output breaks its contract, the caller gets an error, and the call is kept to be replayed.</source>
        <translation>Verletzt eine Ausgabe ihren Vertrag, erhält der Aufrufer einen Fehler, und der Aufruf wird zum Wiederholen aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="29"/>
        <source>When an output breaks its contract, the caller gets an error.</source>
        <translation>Verletzt eine Ausgabe ihren Vertrag, erhält der Aufrufer einen Fehler.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="34"/>
        <source>When no target answers, the caller gets the output below, marked as degraded.</source>
        <translation>Antwortet kein Ziel, erhält der Aufrufer die Ausgabe unten, als eingeschränkt gekennzeichnet.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="35"/>
        <source>When no target answers, the caller gets an error, and the call is kept to be replayed.</source>
        <translation>Antwortet kein Ziel, erhält der Aufrufer einen Fehler, und der Aufruf wird zum Wiederholen aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="36"/>
        <source>When no target answers, the caller gets an error.</source>
        <translation>Antwortet kein Ziel, erhält der Aufrufer einen Fehler.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="43"/>
        <source>What the caller gets then</source>
        <translation>Was der Aufrufer dann erhält</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="43"/>
        <source>The degraded output</source>
        <translation>Die Ersatzausgabe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="46"/>
        <source>Routing, escalation and policy</source>
        <translation>Routing, Eskalation und Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="57"/>
        <source>Effective policy</source>
        <translation>Wirksame Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="61"/>
        <source>Which target serves</source>
        <translation>Welches Ziel antwortet</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="62"/>
        <source>Which answers are flagged or blocked</source>
        <translation>Welche Antworten markiert oder blockiert werden</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="63"/>
        <source>When something goes wrong</source>
        <translation>Wenn etwas schiefgeht</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="66"/>
        <source>Effective policy, and which module says so</source>
        <translation>Wirksame Richtlinie und welches Modul sie festlegt</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="78"/>
        <source>The route names no target.</source>
        <translation>Die Route nennt kein Ziel.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="87"/>
        <source>Blocked: %1</source>
        <comment>what an answer is blocked for</comment>
        <translation>Blockiert: %1</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="87"/>
        <source>Flagged: %1</source>
        <comment>what an answer is flagged for</comment>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="90"/>
        <source>No rule: every answer that keeps its contract goes to the caller.</source>
        <translation>Keine Regel: Jede Antwort, die ihren Vertrag einhält, geht an den Aufrufer.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromoteSheet</name>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="29"/>
        <source>Go to the tests</source>
        <translation>Zu den Tests</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="29"/>
        <source>All calls at once</source>
        <translation>Alle Aufrufe auf einmal</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="30"/>
        <source>In stages, and back by itself when it does worse</source>
        <translation>In Stufen, und von selbst zurück, wenn sie schlechter abschneidet</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="52"/>
        <location filename="../ui/versions/promote_sheet.cpp" line="92"/>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="54"/>
        <source>a label, such as staging</source>
        <translation>ein Label, zum Beispiel staging</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="66"/>
        <source>Stages in percent</source>
        <translation>Stufen in Prozent</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="69"/>
        <source>How it goes on</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="70"/>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="71"/>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="72"/>
        <source>Calls before it is judged</source>
        <translation>Aufrufe bis zur Bewertung</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="75"/>
        <location filename="../ui/versions/promote_sheet.cpp" line="204"/>
        <source>Why (kept with the move)</source>
        <translation>Warum (wird mit dem Wechsel aufbewahrt)</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="76"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="81"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="83"/>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="102"/>
        <source>%, onward</source>
        <comment>stages of a rollout, then: by hand or by itself</comment>
        <translation>%, weiter</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="104"/>
        <source>judged from</source>
        <comment>that many calls on</comment>
        <translation>bewertet ab</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="106"/>
        <source>calls on</source>
        <comment>judged from N calls on</comment>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="145"/>
        <source>Reading the tests…</source>
        <translation>Tests werden gelesen …</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="179"/>
        <source>Roll %1 back to version %2</source>
        <translation>%1 auf Version %2 zurückrollen</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="179"/>
        <source>Promote version %1 of %2</source>
        <translation>Version %1 von %2 hochstufen</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="180"/>
        <source>Choose the label that moves to version %1.</source>
        <translation>Wählen Sie das Label, das auf Version %1 wechselt.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="181"/>
        <source>%1 is at version %2 already.</source>
        <translation>%1 ist bereits auf Version %2.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="182"/>
        <source>%1 is a new label, at version %2.</source>
        <translation>%1 ist ein neues Label, auf Version %2.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="183"/>
        <source>%1 moves from version %2 to version %3.</source>
        <translation>%1 wechselt von Version %2 auf Version %3.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="191"/>
        <source>It changes what callers of %1 get.</source>
        <translation>Es ändert, was Aufrufer von %1 erhalten.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="192"/>
        <source>Nothing that is registered uses %1.</source>
        <translation>Nichts Registriertes verwendet %1.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="192"/>
        <source>It changes what these do: %1.</source>
        <translation>Es ändert, was diese tun: %1.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="200"/>
        <location filename="../ui/versions/promote_sheet.cpp" line="280"/>
        <source>%1 is protected: another person has to approve.</source>
        <translation>%1 ist geschützt: Eine zweite Person muss zustimmen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="201"/>
        <source>Operators move %1: ask one of them.</source>
        <translation>%1 wird von Operatoren umgesetzt: Fragen Sie einen von ihnen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="202"/>
        <source>Request approval</source>
        <translation>Freigabe anfordern</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="202"/>
        <source>Start the rollout</source>
        <translation>Rollout starten</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="202"/>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="202"/>
        <source>Promote</source>
        <translation>Hochstufen</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="204"/>
        <source>What the approver should know</source>
        <translation>Was die freigebende Person wissen sollte</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="235"/>
        <source>%1: %2 of %3 passed, %4</source>
        <comment>test set, counts, when</comment>
        <translation>%1: %2 von %3 bestanden, %4</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="238"/>
        <source>No test has been run against version %1.</source>
        <translation>Gegen Version %1 ist noch kein Test gelaufen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="238"/>
        <source>Tests passed. %1</source>
        <translation>Tests bestanden. %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="238"/>
        <source>Tests failed. %1</source>
        <translation>Tests nicht bestanden. %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="250"/>
        <source>The document</source>
        <translation>Das Dokument</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="280"/>
        <source>Nothing was moved. Request the approval instead.</source>
        <translation>Nichts wurde umgesetzt. Fordern Sie stattdessen die Freigabe an.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="283"/>
        <source>Nothing was moved: somebody else moved %1 meanwhile. Look at it as it is now.</source>
        <translation>Nichts wurde umgesetzt: Jemand anderes hat %1 inzwischen umgesetzt. Sehen Sie sich den jetzigen Stand an.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="283"/>
        <source>%1 was not moved.</source>
        <translation>%1 wurde nicht umgesetzt.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="288"/>
        <source>%1: %2 is at version %3 instead of %4.</source>
        <translation>%1: %2 ist auf Version %3 statt %4.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="288"/>
        <source>%1: %2 is at version %3.</source>
        <translation>%1: %2 ist auf Version %3.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="291"/>
        <source>It could not be undone: %1</source>
        <translation>Es ließ sich nicht rückgängig machen: %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="305"/>
        <source>Stages are rising percentages, such as 5, 25, 100.</source>
        <translation>Stufen sind steigende Prozentwerte, zum Beispiel 5, 25, 100.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="326"/>
        <source>The rollout was not started.</source>
        <translation>Der Rollout wurde nicht gestartet.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="330"/>
        <source>Version %1 gets %2 % of the calls.</source>
        <translation>Version %1 erhält %2 % der Aufrufe.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="343"/>
        <source>The approval was not requested.</source>
        <translation>Die Freigabe wurde nicht angefordert.</translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="347"/>
        <source>The approval is requested. Nothing moves until another person agrees.</source>
        <translation>Die Freigabe ist angefordert. Nichts ändert sich, bis eine zweite Person zustimmt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptEditor</name>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="25"/>
        <source>Add a message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="26"/>
        <source>Write one from what the text uses</source>
        <translation>Aus den Variablen im Text erstellen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="28"/>
        <source>Discard edits</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="28"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="163"/>
        <source>Save version</source>
        <translation>Version speichern</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="58"/>
        <source>support-reply</source>
        <translation>support-reply</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="59"/>
        <location filename="../ui/prompts/prompt_editor.cpp" line="62"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="61"/>
        <source>Lower-case letters, digits, - _ and . ; at most 64</source>
        <translation>Kleinbuchstaben, Ziffern, - _ und . ; höchstens 64</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="72"/>
        <source>Text of the part</source>
        <translation>Text des Bausteins</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="79"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="131"/>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="82"/>
        <source>Contract of the variables, as JSON Schema</source>
        <translation>Vertrag der Variablen, als JSON-Schema</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="83"/>
        <source>No contract: every variable that the text uses is required, of any type.</source>
        <translation>Kein Vertrag: Jede Variable, die der Text verwendet, ist Pflicht, von beliebigem Typ.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="92"/>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="96"/>
        <location filename="../ui/prompts/prompt_editor.cpp" line="97"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="98"/>
        <source>What it is for, in one line</source>
        <translation>Wofür er ist, in einer Zeile</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="106"/>
        <source>The prompt</source>
        <translation>Der Prompt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="138"/>
        <source>Why this change (kept with the version)</source>
        <translation>Warum diese Änderung (wird mit der Version aufbewahrt)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="139"/>
        <source>Why this change</source>
        <translation>Warum diese Änderung</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="144"/>
        <source>Ctrl+S. It does not go live by that.</source>
        <translation>Strg+S. Sie geht dadurch nicht live.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="148"/>
        <source>Estimated from the length, without the variables; vendors count differently</source>
        <translation>Aus der Länge geschätzt, ohne die Variablen; Anbieter zählen anders</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="194"/>
        <source>Version %1 was saved meanwhile by %2.</source>
        <translation>Version %1 wurde inzwischen von %2 gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="195"/>
        <source>Your edits began from version %1 and are kept. Compare, take over what you want; then save on top of it.</source>
        <translation>Ihre Änderungen gehen von Version %1 aus und bleiben erhalten. Vergleichen Sie, übernehmen Sie, was Sie möchten, und speichern Sie dann auf dieser Grundlage.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="196"/>
        <location filename="../ui/prompts/prompt_editor.cpp" line="220"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="240"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="217"/>
        <source>These are your edits from before, which were not saved yet.</source>
        <translation>Dies sind Ihre früheren Änderungen, die noch nicht gespeichert wurden.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="218"/>
        <source>They began from version %1, the newest.</source>
        <translation>Sie gehen von Version %1 aus, der neuesten.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="219"/>
        <source>They began from version %1; the newest is %2 now. Compare before you save.</source>
        <translation>Sie gehen von Version %1 aus; die neueste ist jetzt %2. Vergleichen Sie vor dem Speichern.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="233"/>
        <source>This is the new prompt that you began before.</source>
        <translation>Dies ist der neue Prompt, den Sie zuvor begonnen haben.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="74"/>
        <source>The message is removed.</source>
        <translation>Die Nachricht ist entfernt.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="123"/>
        <source>Message %1</source>
        <comment>of a prompt</comment>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="126"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="131"/>
        <source>Variables %1</source>
        <translation>Variablen %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="135"/>
        <source>, line %1, column %2</source>
        <translation>, Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="136"/>
        <source>%1: %2</source>
        <comment>where, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="138"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="175"/>
        <source>Variables: %1</source>
        <translation>Variablen: %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="144"/>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="145"/>
        <source>This is valid.</source>
        <translation>Das ist gültig.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="163"/>
        <source>Save on top of version %1</source>
        <translation>Auf Grundlage von Version %1 speichern</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="168"/>
        <source>about %1 tokens without variables</source>
        <translation>etwa %1 Tokens ohne Variablen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="169"/>
        <source>about %1 tokens without variables (%2)</source>
        <translation>etwa %1 Tokens ohne Variablen (%2)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="171"/>
        <source>The text uses no variables. {{name}} puts one in.</source>
        <translation>Der Text verwendet keine Variablen. {{name}} setzt eine ein.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="171"/>
        <source>The text uses: %1</source>
        <translation>Der Text verwendet: %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="189"/>
        <source>The edits are discarded.</source>
        <translation>Die Änderungen sind verworfen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="210"/>
        <source>The version was not saved; your text is as it was.</source>
        <translation>Die Version wurde nicht gespeichert; Ihr Text ist unverändert.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="217"/>
        <source>%1, version %2, is saved and live.</source>
        <translation>%1, Version %2, ist gespeichert und live.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="217"/>
        <source>%1, version %2, is saved; it is not live yet.</source>
        <translation>%1, Version %2, ist gespeichert; sie ist noch nicht live.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="233"/>
        <source>Not saved: somebody else saved a version meanwhile. Your text is as it was.</source>
        <translation>Nicht gespeichert: Jemand anderes hat inzwischen eine Version gespeichert. Ihr Text ist unverändert.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="238"/>
        <source>Not saved: version %1 was saved meanwhile by %2.</source>
        <translation>Nicht gespeichert: Version %1 wurde inzwischen von %2 gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="239"/>
        <source>Your text is as it was. Compare it, take over what you want, then save on top of version %1: nothing is overwritten.</source>
        <translation>Ihr Text ist unverändert. Vergleichen Sie ihn, übernehmen Sie, was Sie möchten, und speichern Sie dann auf Grundlage von Version %1: Nichts wird überschrieben.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptListModel</name>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="142"/>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="183"/>
        <source>protected</source>
        <comment>the live version: it changes only with approval</comment>
        <translation>geschützt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="142"/>
        <source>protected · %1</source>
        <comment>description</comment>
        <translation>geschützt · %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="145"/>
        <source>of %1</source>
        <comment>live version, of so many</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="153"/>
        <source>No version has the label production: nothing serves.</source>
        <translation>Keine Version hat das Label production: Es werden keine Aufrufe bedient.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="154"/>
        <source>Version %1 is live and the newest.</source>
        <translation>Version %1 ist live und die neueste.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="154"/>
        <source>Version %1 is live; version %2 is the newest.</source>
        <translation>Version %1 ist live; Version %2 ist die neueste.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="156"/>
        <source>%1 calls in the last 24 hours</source>
        <translation>%1 Aufrufe in den letzten 24 Stunden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="157"/>
        <source>Share of the calls of the last 24 hours that succeeded</source>
        <translation>Anteil der erfolgreichen Aufrufe der letzten 24 Stunden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="176"/>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="177"/>
        <source>%1 waiting</source>
        <comment>changes for approval</comment>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="178"/>
        <source>rollout %1 %</source>
        <translation>Rollout %1 %</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="181"/>
        <source>%1 %2, protected</source>
        <comment>label, version</comment>
        <translation>%1 %2, geschützt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="192"/>
        <source>The version that serves (label production), and the newest one where that is another</source>
        <translation>Die Version, die Aufrufe bedient (Label production), und die neueste, wenn das eine andere ist</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="193"/>
        <source>Of the last 24 hours, without trials</source>
        <translation>Der letzten 24 Stunden, ohne Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="198"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="199"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="200"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="201"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="202"/>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptsPanel</name>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="43"/>
        <location filename="../ui/prompts/prompts_panel.cpp" line="48"/>
        <location filename="../ui/prompts/prompts_panel.cpp" line="49"/>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="43"/>
        <source>What models are told: write, try, compare, promote</source>
        <translation>Was Modellen gesagt wird: schreiben, ausprobieren, vergleichen, hochstufen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="48"/>
        <source>Archived</source>
        <translation>Archivierte</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="50"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="322"/>
        <source>Compare with live</source>
        <translation>Mit live vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="50"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="323"/>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="48"/>
        <source>What models are told: write, try, compare, promote.</source>
        <translation>Was Modellen gesagt wird: schreiben, ausprobieren, vergleichen, hochstufen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="48"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="74"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="150"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="338"/>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="56"/>
        <source>Prompt with messages</source>
        <translation>Prompt mit Nachrichten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="57"/>
        <source>Part for other prompts</source>
        <translation>Baustein für andere Prompts</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="87"/>
        <source>Name or words of the text</source>
        <translation>Name oder Wörter des Textes</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="87"/>
        <source>Find prompts by name or by their text</source>
        <translation>Prompts nach Name oder Text suchen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="89"/>
        <source>Also shows prompts that were taken out of service</source>
        <translation>Zeigt auch Prompts, die außer Betrieb genommen wurden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="125"/>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="127"/>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="129"/>
        <source>Ctrl+Shift+P</source>
        <translation>Strg+Umschalt+P</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="133"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="134"/>
        <source>More to do with this prompt</source>
        <translation>Mehr Aktionen für diesen Prompt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="149"/>
        <source>Hide or show the list (Ctrl+L)</source>
        <translation>Liste aus- oder einblenden (Strg+L)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="150"/>
        <source>Hide the list of prompts</source>
        <translation>Liste der Prompts ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="166"/>
        <location filename="../ui/prompts/prompts_panel.cpp" line="193"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="96"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="321"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="167"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="168"/>
        <source>Diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="169"/>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="170"/>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="193"/>
        <source>Edit (unsaved)</source>
        <translation>Bearbeiten (ungespeichert)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="57"/>
        <source>The prompts could not be read.</source>
        <translation>Die Prompts ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="72"/>
        <source>No prompt matches</source>
        <translation>Kein Prompt passt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="72"/>
        <source>No prompts yet</source>
        <translation>Noch keine Prompts</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="73"/>
        <source>The words are looked for in names and in the text of the newest versions.</source>
        <translation>Gesucht wird in den Namen und im Text der neuesten Versionen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="73"/>
        <source>A prompt is what a model is told, kept as versions that can be compared, tested, promoted and rolled back.</source>
        <translation>Ein Prompt ist das, was einem Modell gesagt wird, aufbewahrt in Versionen, die sich vergleichen, testen, hochstufen und zurückrollen lassen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="155"/>
        <source>archived: out of service, its versions stay</source>
        <translation>archiviert: außer Betrieb, die Versionen bleiben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="157"/>
        <source>no version is live</source>
        <translation>keine Version ist live</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="157"/>
        <source>version %1 is live and the newest</source>
        <translation>Version %1 ist live und die neueste</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="157"/>
        <source>version %1 is live, %2 is the newest</source>
        <translation>Version %1 ist live, %2 ist die neueste</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="159"/>
        <source>%1 is at %2</source>
        <comment>label, version</comment>
        <translation>%1 ist auf %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="160"/>
        <source>production moves only with approval</source>
        <translation>production wechselt nur mit Freigabe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="162"/>
        <source>Give it a name, write, save. The first version goes live by being saved.</source>
        <translation>Geben Sie einen Namen an, schreiben und speichern Sie. Die erste Version geht durch das Speichern live.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="167"/>
        <source>Roll back to %1…</source>
        <translation>Auf %1 zurückrollen …</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="167"/>
        <source>Promote %1…</source>
        <comment>a version</comment>
        <translation>%1 hochstufen …</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="176"/>
        <source>Set a label at version %1…</source>
        <translation>Ein Label auf Version %1 setzen …</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="182"/>
        <source>Roll back: version %1 becomes live again</source>
        <translation>Zurückrollen: Version %1 wird wieder live</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="183"/>
        <source>Compare with the version before</source>
        <translation>Mit der vorherigen Version vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="187"/>
        <source>Copy a link to version %1</source>
        <translation>Link zu Version %1 kopieren</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="189"/>
        <source>The link is copied.</source>
        <translation>Der Link ist kopiert.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="193"/>
        <source>Take back into service</source>
        <translation>Wieder in Betrieb nehmen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="193"/>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="229"/>
        <source>%1 was not rolled back.</source>
        <translation>%1 wurde nicht zurückgerollt.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="232"/>
        <source>%1: version %2 is live again, instead of %3.</source>
        <translation>%1: Version %2 ist wieder live, statt %3.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="241"/>
        <source>%1 was not archived.</source>
        <translation>%1 wurde nicht archiviert.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="241"/>
        <source>%1 was not taken back.</source>
        <translation>%1 wurde nicht wieder in Betrieb genommen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="248"/>
        <source>%1 is archived; its versions stay.</source>
        <translation>%1 ist archiviert; die Versionen bleiben.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="254"/>
        <source>%1 is in service again.</source>
        <translation>%1 ist wieder in Betrieb.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="320"/>
        <source>Save as a version</source>
        <translation>Als Version speichern</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="324"/>
        <source>Run the trials</source>
        <translation>Probeläufe starten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="325"/>
        <source>Promote</source>
        <translation>Hochstufen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="326"/>
        <source>Next change, in the diff; N too</source>
        <translation>Nächste Änderung, im Diff; auch N</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="327"/>
        <source>Previous change; P too</source>
        <translation>Vorherige Änderung; auch P</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="328"/>
        <source>Open what is folded, in the diff</source>
        <translation>Eingeklapptes öffnen, im Diff</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="329"/>
        <source>Hide or show the list</source>
        <translation>Liste aus- oder einblenden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="330"/>
        <source>First tab, and so on to Alt+5</source>
        <translation>Erste Registerkarte, und so weiter bis Alt+5</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="331"/>
        <source>Close the sheet of a promotion</source>
        <translation>Formular zum Hochstufen schließen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="339"/>
        <source>New part for other prompts</source>
        <translation>Neuer Baustein für andere Prompts</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="344"/>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="345"/>
        <source>Versions of %1</source>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="346"/>
        <source>Tests of %1</source>
        <translation>Tests von %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="347"/>
        <source>Compare %1 with live</source>
        <translation>%1 mit live vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="349"/>
        <source>Try %1</source>
        <translation>%1 ausprobieren</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="350"/>
        <source>Promote version %1 of %2</source>
        <translation>Version %1 von %2 hochstufen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="352"/>
        <source>Roll %1 back to version %2</source>
        <translation>%1 auf Version %2 zurückrollen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProtectSheet</name>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="28"/>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="35"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="37"/>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="71"/>
        <source>Unprotect label…</source>
        <translation>Label-Schutz aufheben …</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="71"/>
        <source>Protect label…</source>
        <translation>Label schützen …</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="75"/>
        <source>Protect or unprotect a label of prompts</source>
        <translation>Ein Label von Prompts schützen oder den Schutz aufheben</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="76"/>
        <source>Protect or unprotect a label of workflows</source>
        <translation>Ein Label von Workflows schützen oder den Schutz aufheben</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="77"/>
        <source>Protect or unprotect a label of routes</source>
        <translation>Ein Label von Routen schützen oder den Schutz aufheben</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="78"/>
        <source>Protect or unprotect a label of policies</source>
        <translation>Ein Label von Richtlinien schützen oder den Schutz aufheben</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="79"/>
        <source>Protect or unprotect a label of providers</source>
        <translation>Ein Label von Anbietern schützen oder den Schutz aufheben</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="134"/>
        <source>A label of all prompts</source>
        <translation>Ein Label aller Prompts</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="134"/>
        <source>A label of all workflows</source>
        <translation>Ein Label aller Workflows</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="134"/>
        <source>A label of all routes</source>
        <translation>Ein Label aller Routen</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="134"/>
        <source>A label of all policies</source>
        <translation>Ein Label aller Richtlinien</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="134"/>
        <source>A label of all providers</source>
        <translation>Ein Label aller Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="135"/>
        <source>Choose the label.</source>
        <translation>Wählen Sie das Label.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="136"/>
        <source>latest moves by itself: it cannot be protected.</source>
        <translation>latest bewegt sich von selbst und lässt sich nicht schützen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="138"/>
        <source>Protected, %1 moves only when another person approves: to promote, to roll back and to begin a rollout is asked for first, and who asks cannot agree.</source>
        <translation>Geschützt lässt sich %1 nur mit Freigabe durch eine zweite Person umsetzen: Hochstufen, Zurückrollen und der Beginn eines Rollouts werden zuerst beantragt, und wer beantragt, kann nicht selbst zustimmen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="140"/>
        <source>%1 is protected in documents of every kind. Without that, whoever may move it moves it at once, in all of them.</source>
        <translation>%1 ist in Dokumenten jeder Art geschützt. Ohne den Schutz setzt es jeder, der es darf, sofort um, in allen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="141"/>
        <source>%1 is protected: it moves only when another person approves. Without that, whoever may move it moves it at once.</source>
        <translation>%1 ist geschützt: Es lässt sich nur mit Freigabe durch eine zweite Person umsetzen. Ohne den Schutz setzt es jeder, der es darf, sofort um.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="146"/>
        <source>1 request for approval waits. It stays and can still be approved; moving the label without it makes it void.</source>
        <translation>1 Freigabeanfrage wartet. Sie bleibt und kann noch freigegeben werden; wird das Label ohne sie umgesetzt, verfällt sie.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="147"/>
        <source>%1 requests for approval wait. They stay and can still be approved; moving a label without them makes them void.</source>
        <translation>%1 Freigabeanfragen warten. Sie bleiben und können noch freigegeben werden; wird ein Label ohne sie umgesetzt, verfallen sie.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="149"/>
        <source>1 request for approval waits. It stays, and another person decides it as before.</source>
        <translation>1 Freigabeanfrage wartet. Sie bleibt, und eine zweite Person entscheidet wie bisher.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="149"/>
        <source>%1 requests for approval wait. They stay, and another person decides them as before.</source>
        <translation>%1 Freigabeanfragen warten. Sie bleiben, und eine zweite Person entscheidet wie bisher.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="150"/>
        <source>Unprotect</source>
        <translation>Schutz aufheben</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="150"/>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="163"/>
        <source>%1 is protected: it moves only when another person approves.</source>
        <translation>%1 ist geschützt: Es lässt sich nur mit Freigabe durch eine zweite Person umsetzen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="163"/>
        <source>%1 is protected no more.</source>
        <translation>%1 ist nicht mehr geschützt.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="174"/>
        <source>%1 was not protected.</source>
        <translation>%1 wurde nicht geschützt.</translation>
    </message>
    <message>
        <location filename="../ui/versions/protect_sheet.cpp" line="174"/>
        <source>%1 is protected still.</source>
        <translation>%1 ist weiterhin geschützt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProviderForm</name>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="23"/>
        <source>Save provider</source>
        <translation>Anbieter speichern</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="23"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="24"/>
        <source>Discard edits</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="24"/>
        <source>Speed and faults…</source>
        <translation>Tempo und Störungen …</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="25"/>
        <source>OpenAI, or a server that speaks its protocol</source>
        <translation>OpenAI oder ein Server, der dessen Protokoll spricht</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="26"/>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="27"/>
        <source>Sandbox (simulated)</source>
        <translation>Sandbox (simuliert)</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="33"/>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="43"/>
        <source>Asks the vendor for its models with the stored key</source>
        <translation>Fragt den Anbieter mit dem gespeicherten Schlüssel nach seinen Modellen</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="46"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="46"/>
        <source>Callers say name/model</source>
        <translation>Aufrufer sagen name/model</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="47"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="48"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="49"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="50"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="50"/>
        <source>A word that routes may ask for, such as eu</source>
        <translation>Ein Wort, nach dem Routen fragen können, zum Beispiel eu</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="51"/>
        <source>Calls at once, per model</source>
        <translation>Parallele Aufrufe je Modell</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="51"/>
        <source>More wait in a queue</source>
        <translation>Weitere warten in einer Warteschlange</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="52"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="113"/>
        <source>The provider %1 could not be read.</source>
        <translation>Der Anbieter %1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="125"/>
        <source>New provider</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="164"/>
        <source>Read from the gateway&apos;s environment variable %1. A key written here replaces that.</source>
        <translation>Wird aus der Umgebungsvariable %1 des Gateways gelesen. Ein hier eingegebener Schlüssel ersetzt das.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="166"/>
        <source>A key is stored and is not shown again. Write one to replace it.</source>
        <translation>Ein Schlüssel ist gespeichert und wird nicht wieder angezeigt. Geben Sie einen ein, um ihn zu ersetzen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="168"/>
        <source>The stored key belongs to %1: another address takes its key anew.</source>
        <translation>Der gespeicherte Schlüssel gehört zu %1: Für eine andere Adresse muss der Schlüssel neu eingegeben werden.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="170"/>
        <source>Sent once, stored encrypted, never shown again</source>
        <translation>Einmal gesendet, verschlüsselt gespeichert, nie wieder angezeigt</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="171"/>
        <source>Sent once, stored encrypted for %1 alone, never shown again</source>
        <translation>Einmal gesendet, nur für %1 verschlüsselt gespeichert, nie wieder angezeigt</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="203"/>
        <source>Give it a name: small letters, digits and dashes.</source>
        <translation>Geben Sie einen Namen an: Kleinbuchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="208"/>
        <source>A provider has at least one model.</source>
        <translation>Ein Anbieter hat mindestens ein Modell.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="214"/>
        <source>Write the address as https://host or https://host/v1.</source>
        <translation>Schreiben Sie die Adresse als https://host oder https://host/v1.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="220"/>
        <source>The stored key belongs to another address. Write the key for this one.</source>
        <translation>Der gespeicherte Schlüssel gehört zu einer anderen Adresse. Geben Sie den Schlüssel für diese ein.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="238"/>
        <source>The key was not stored, and the provider not saved.</source>
        <translation>Der Schlüssel wurde nicht gespeichert und der Anbieter auch nicht.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="244"/>
        <source>Added in the console</source>
        <translation>In der Konsole hinzugefügt</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="244"/>
        <source>Changed in the console</source>
        <translation>In der Konsole geändert</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="273"/>
        <source>Somebody else changed this provider meanwhile.</source>
        <translation>Jemand anderes hat diesen Anbieter inzwischen geändert.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="274"/>
        <source>Your edits are still here. Discard them to see the present version, then make them again.</source>
        <translation>Ihre Änderungen sind noch hier. Verwerfen Sie sie, um die aktuelle Version zu sehen, und nehmen Sie sie dann erneut vor.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="276"/>
        <source>The provider was not saved: see the marked fields.</source>
        <translation>Der Anbieter wurde nicht gespeichert: siehe die gekennzeichneten Felder.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="276"/>
        <source>The provider was not saved.</source>
        <translation>Der Anbieter wurde nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="286"/>
        <source>Asking %1 for its models…</source>
        <translation>%1 wird nach seinen Modellen gefragt …</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="290"/>
        <source>The check could not be made.</source>
        <translation>Die Prüfung war nicht möglich.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="295"/>
        <source>The vendor answers, in %1.</source>
        <translation>Der Anbieter antwortet, in %1.</translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="298"/>
        <source>The vendor does not accept the calls of this provider.</source>
        <translation>Der Anbieter akzeptiert die Aufrufe mit diesen Einstellungen nicht.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProvidersPage</name>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="22"/>
        <location filename="../ui/settings/providers_page.cpp" line="23"/>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="22"/>
        <source>The vendors behind the gateway, their models and prices. Keys are asked for once and kept encrypted by the gateway.</source>
        <translation>Die Anbieter hinter dem Gateway, ihre Modelle und Preise. Schlüssel werden einmal erfragt und vom Gateway verschlüsselt aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="23"/>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="25"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="28"/>
        <source>%1 (edited)</source>
        <translation>%1 (bearbeitet)</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="32"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="77"/>
        <source>The chosen provider</source>
        <translation>Der ausgewählte Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="94"/>
        <source>%1 is saved and in force.</source>
        <comment>a provider</comment>
        <translation>%1 ist gespeichert und in Kraft.</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="119"/>
        <source>The providers could not be read.</source>
        <translation>Die Anbieter ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="120"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecentRunsPage</name>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="50"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="51"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="52"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="52"/>
        <source>Of the workflow</source>
        <translation>Des Workflows</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="53"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="53"/>
        <source>The prompt&apos;s version</source>
        <translation>Die Version des Prompts</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="54"/>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="55"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="56"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="56"/>
        <source>The application&apos;s key</source>
        <translation>Der Schlüssel der Anwendung</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="57"/>
        <source>Marks</source>
        <translation>Vermerke</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="65"/>
        <source>Also trials</source>
        <translation>Auch Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="65"/>
        <source>All runs of this workflow</source>
        <translation>Alle Läufe dieses Workflows</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="66"/>
        <source>Recent runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="72"/>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="72"/>
        <source>Calls of this workflow appear here as they end. “Call it” has the lines to make the first one, “Try it” makes one from here.</source>
        <translation>Aufrufe dieses Workflows erscheinen hier, sobald sie enden. „Aufrufen“ enthält die Zeilen für den ersten, „Ausprobieren“ startet einen von hier aus.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="116"/>
        <source>The runs could not be read.</source>
        <translation>Die Läufe ließen sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RoutesPanel</name>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="24"/>
        <source>%1 (protected)</source>
        <comment>a label</comment>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="31"/>
        <source>Moves only when another person approves: %1</source>
        <comment>labels</comment>
        <translation>Nur mit Freigabe durch eine zweite Person umzusetzen: %1</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="38"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="39"/>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="40"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="46"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="47"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="48"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="52"/>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="53"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="54"/>
        <source>The version that serves (production), and the newest one where that is another</source>
        <translation>Die Version, die Aufrufe bedient (production), und die neueste, wenn das eine andere ist</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="55"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="57"/>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="23"/>
        <location filename="../ui/routes/routes_panel.cpp" line="28"/>
        <source>Routes and policies</source>
        <translation>Routen und Richtlinien</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="23"/>
        <source>What decides which model serves a call, and under which limits</source>
        <translation>Was entscheidet, welches Modell einen Aufruf bedient, und in welchen Grenzen</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="28"/>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="37"/>
        <source>Name or words of the text</source>
        <translation>Name oder Wörter des Textes</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="37"/>
        <source>Find by name, or by words of the text</source>
        <translation>Nach Name oder Text suchen</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="103"/>
        <source>Versions of %1</source>
        <comment>a route, policy or provider</comment>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="109"/>
        <source>Save a version, in the editor</source>
        <translation>Eine Version speichern, im Editor</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="109"/>
        <source>Find a document</source>
        <translation>Ein Dokument suchen</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="28"/>
        <source>What decides which model serves a call, and under which limits.</source>
        <translation>Was entscheidet, welches Modell einen Aufruf bedient, und in welchen Grenzen.</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="30"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="68"/>
        <source>The documents could not be read.</source>
        <translation>Die Dokumente ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="109"/>
        <source>Two blanks, in the editor</source>
        <translation>Zwei Leerzeichen, im Editor</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunChoice</name>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="35"/>
        <source>Recorded input</source>
        <translation>Aufgezeichnete Eingabe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="56"/>
        <source>Trial, %1</source>
        <translation>Probelauf, %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="56"/>
        <source>Run of version %1, %2</source>
        <translation>Lauf von Version %1, %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="56"/>
        <source>Run, %1</source>
        <translation>Lauf, %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="86"/>
        <source>No run of this prompt has its input on record.</source>
        <translation>Von keinem Lauf dieses Prompts ist die Eingabe aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunDetail</name>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="46"/>
        <source>The vendor limits how much may be called. Add a second target to the route, or ask the vendor for a higher limit.</source>
        <translation>Der Anbieter begrenzt, wie viel aufgerufen werden darf. Fügen Sie der Route ein zweites Ziel hinzu oder bitten Sie den Anbieter um eine höhere Grenze.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="47"/>
        <source>The vendor does not accept the gateway&apos;s key. Enter it again in Settings, Providers.</source>
        <translation>Der Anbieter akzeptiert den Schlüssel des Gateways nicht. Geben Sie ihn unter Einstellungen, Anbieter neu ein.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="48"/>
        <source>Add a target with a longer context to the route.</source>
        <translation>Fügen Sie der Route ein Ziel mit längerem Kontext hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="49"/>
        <source>The vendor was slower than policy allows. Look at its health in the overview; the limits are in the policy.</source>
        <translation>Der Anbieter war langsamer, als die Richtlinie erlaubt. Sehen Sie sich seinen Zustand in der Übersicht an; die Grenzen stehen in der Richtlinie.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="50"/>
        <source>The vendor has more calls than it can take. Add a second target to the route; its health is in the overview.</source>
        <translation>Der Anbieter hat mehr Aufrufe, als er annehmen kann. Fügen Sie der Route ein zweites Ziel hinzu; sein Zustand steht in der Übersicht.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="51"/>
        <source>The vendor&apos;s answer was none of its protocol. Look at the attempts, and at the provider&apos;s address in Settings.</source>
        <translation>Die Antwort des Anbieters entspricht nicht seinem Protokoll. Sehen Sie sich die Versuche an und in den Einstellungen die Adresse des Anbieters.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="52"/>
        <source>The vendor refuses what was asked. Another vendor may judge it otherwise; the caller sees why.</source>
        <translation>Der Anbieter lehnt ab, was verlangt wurde. Ein anderer kann es anders beurteilen; der Aufrufer sieht den Grund.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="53"/>
        <source>The vendor could not be reached, or failed. Look at its health in the overview.</source>
        <translation>Der Anbieter war nicht erreichbar oder hatte eine Störung. Sehen Sie sich seinen Zustand in der Übersicht an.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="54"/>
        <source>The caller has to change the request; no other target would answer it.</source>
        <translation>Der Aufrufer muss die Anfrage ändern; kein anderes Ziel würde sie beantworten.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="55"/>
        <source>The input or the output did not keep the workflow&apos;s contract. Look at what was said, then at the prompt or at the caller.</source>
        <translation>Die Eingabe oder die Ausgabe hat den Vertrag des Workflows nicht eingehalten. Sehen Sie sich an, was gesagt wurde, dann den Prompt oder den Aufrufer.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="56"/>
        <source>A rule of the policy held the answer back. The rules are in the workflow&apos;s policy.</source>
        <translation>Eine Regel der Richtlinie hat die Antwort zurückgehalten. Die Regeln stehen in der Richtlinie des Workflows.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="57"/>
        <source>The caller names something that is not here. GET /v1/models lists what is.</source>
        <translation>Der Aufrufer nennt etwas, das es hier nicht gibt. GET /v1/models listet auf, was es gibt.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="67"/>
        <source>Show what was said</source>
        <translation>Gesagtes anzeigen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="68"/>
        <location filename="../ui/runs/run_detail.cpp" line="110"/>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="68"/>
        <location filename="../ui/runs/run_detail.cpp" line="111"/>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="78"/>
        <source>Copy the id</source>
        <translation>Kennung kopieren</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="79"/>
        <source>Copy a link that opens this run</source>
        <translation>Link kopieren, der diesen Lauf öffnet</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="88"/>
        <source>Tried from the console or a test set; kept out of the metrics</source>
        <translation>Aus der Konsole oder einem Testsatz ausprobiert; zählt nicht in den Metriken</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="89"/>
        <source>The output kept its contract only after the model was shown what was wrong</source>
        <translation>Die Ausgabe hielt ihren Vertrag erst ein, nachdem dem Modell gezeigt wurde, was falsch war</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="95"/>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="96"/>
        <source>Time, tokens, cost</source>
        <translation>Zeit, Tokens, Kosten</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="97"/>
        <source>What decided it</source>
        <translation>Was ihn bestimmt hat</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="98"/>
        <source>Who made this output</source>
        <translation>Wer hinter dieser Ausgabe steht</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="102"/>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="115"/>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="140"/>
        <source>The run&apos;s attempts could not be read.</source>
        <translation>Die Versuche des Laufs ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="159"/>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="160"/>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="161"/>
        <source>Only streamed answers have a first token</source>
        <translation>Nur gestreamte Antworten haben ein erstes Token</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="162"/>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="164"/>
        <source> (%1 from the vendor&apos;s cache)</source>
        <translation> (%1 aus dem Cache des Anbieters)</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="166"/>
        <source> (%1 reasoning)</source>
        <translation> (%1 Reasoning)</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="167"/>
        <source> estimated: the vendor did not say</source>
        <translation> geschätzt: Der Anbieter hat nichts angegeben</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="168"/>
        <source>Tokens in</source>
        <translation>Eingabe-Tokens</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="169"/>
        <source>Tokens out</source>
        <translation>Ausgabe-Tokens</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="170"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="179"/>
        <source>Nothing that was said is kept of this run: policy says so.</source>
        <translation>Von dem, was in diesem Lauf gesagt wurde, wird nichts aufbewahrt: So legt es die Richtlinie fest.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="179"/>
        <source>What was said is kept apart from the record. Reading it is noted in the audit history.</source>
        <translation>Was gesagt wurde, wird getrennt vom Eintrag aufbewahrt. Das Lesen wird im Audit-Verlauf vermerkt.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="179"/>
        <source>What was said is for reviewers to read.</source>
        <translation>Was gesagt wurde, dürfen nur Prüfer lesen.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="188"/>
        <source>Flagged: %1</source>
        <comment>why an output is flagged</comment>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="205"/>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="209"/>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="210"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="211"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="212"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="215"/>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="215"/>
        <source>Policy, module %1</source>
        <translation>Richtlinie, Modul %1</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="218"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="219"/>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="219"/>
        <source>, streamed</source>
        <translation>, gestreamt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="220"/>
        <source>Finish reason</source>
        <translation>Abschlussgrund</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="221"/>
        <source>Caller got</source>
        <translation>Aufrufer erhielt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="221"/>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="222"/>
        <source>Caller&apos;s retry</source>
        <translation>Wiederholung des Aufrufers</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="232"/>
        <source>The caller reports success.</source>
        <translation>Der Aufrufer meldet Erfolg.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="232"/>
        <source>The caller reports that the output was changed by a person.</source>
        <translation>Der Aufrufer meldet, dass die Ausgabe von einer Person geändert wurde.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="232"/>
        <source>The caller reports failure.</source>
        <translation>Der Aufrufer meldet einen Fehlschlag.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="234"/>
        <source>Score %1. %2</source>
        <comment>a number, a remark</comment>
        <translation>Bewertung %1. %2</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="242"/>
        <source>The result was sent to %1.</source>
        <translation>Das Ergebnis wurde an %1 gesendet.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="242"/>
        <source>The result could not be sent to %1; it is not tried again.</source>
        <translation>Das Ergebnis ließ sich nicht an %1 senden; es wird nicht erneut versucht.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="242"/>
        <source>The result is still to be sent to %1.</source>
        <translation>Das Ergebnis muss noch an %1 gesendet werden.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="249"/>
        <source>%1: HTTP %2</source>
        <comment>a time, a status</comment>
        <translation>%1: HTTP %2</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="263"/>
        <source>The payload could not be read.</source>
        <translation>Die Nutzdaten ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="272"/>
        <source>Kept until %1.</source>
        <translation>Aufbewahrt bis %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunFilterRow</name>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="40"/>
        <source>Run id, model or words of an error</source>
        <translation>Kennung, Modell, Fehlertext</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="40"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="41"/>
        <source>provider/model</source>
        <translation>provider/model</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="41"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="41"/>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Prompt, or prompt@7</source>
        <translation>Prompt oder prompt@7</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="43"/>
        <source>Only flagged</source>
        <translation>Nur markierte</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="45"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="46"/>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="47"/>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="48"/>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="49"/>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="50"/>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="51"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="52"/>
        <source>Any error</source>
        <translation>Jeder Fehler</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="56"/>
        <location filename="../ui/runs/run_filter_row.cpp" line="57"/>
        <source>Streamed or not</source>
        <translation>Gestreamt oder nicht</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="58"/>
        <source>Streamed</source>
        <translation>Gestreamt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="59"/>
        <source>Not streamed</source>
        <translation>Nicht gestreamt</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="60"/>
        <source>Least duration</source>
        <translation>Mindestdauer</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="61"/>
        <source>Any duration</source>
        <translation>Jede Dauer</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="62"/>
        <source>Over 1 s</source>
        <translation>Über 1 s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="63"/>
        <source>Over 5 s</source>
        <translation>Über 5 s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="64"/>
        <source>Over 30 s</source>
        <translation>Über 30 s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="65"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="66"/>
        <source>Show all runs of this time</source>
        <translation>Alle Läufe dieses Zeitraums anzeigen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="70"/>
        <source>Calls or trials</source>
        <translation>Aufrufe oder Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="71"/>
        <source>Calls only</source>
        <translation>Nur Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="72"/>
        <source>Calls and trials</source>
        <translation>Aufrufe und Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="73"/>
        <source>Trials only</source>
        <translation>Nur Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="74"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="75"/>
        <source>More filters: route, prompt, key, trials, flagged</source>
        <translation>Mehr Filter: Route, Prompt, Schlüssel, Probeläufe, markierte</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsModel</name>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="20"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="21"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="22"/>
        <source>Flagged by an escalation rule of the policy, repaired, or a trial</source>
        <translation>Von einer Eskalationsregel der Richtlinie markiert, repariert oder ein Probelauf</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="23"/>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="23"/>
        <source>The model, route or workflow that the caller named</source>
        <translation>Das Modell, die Route oder der Workflow, den der Aufrufer genannt hat</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="24"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="24"/>
        <source>Provider and model that served, or failed last</source>
        <translation>Anbieter und Modell, die geantwortet haben oder zuletzt fehlgeschlagen sind</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="25"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="26"/>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="26"/>
        <source>Attempts at vendors, retries and fallbacks included</source>
        <translation>Versuche bei Anbietern, einschließlich Wiederholungen und Fallbacks</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="27"/>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="27"/>
        <source>From the call to the first content; streamed calls only</source>
        <translation>Vom Aufruf bis zum ersten Inhalt; nur gestreamte Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="28"/>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="28"/>
        <source>From the call to the end of its answer</source>
        <translation>Vom Aufruf bis zum Ende der Antwort</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="29"/>
        <source>In</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="29"/>
        <source>Tokens in</source>
        <translation>Eingabe-Tokens</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="30"/>
        <source>Out</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="30"/>
        <source>Tokens out</source>
        <translation>Ausgabe-Tokens</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="31"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="31"/>
        <source>All attempts together, in US dollars</source>
        <translation>Alle Versuche zusammen, in US-Dollar</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="32"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="32"/>
        <source>The application&apos;s key</source>
        <translation>Der Schlüssel der Anwendung</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="22"/>
        <source>Marks</source>
        <translation>Vermerke</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="54"/>
        <source>Estimated: the vendor did not say</source>
        <translation>Geschätzt: Der Anbieter hat nichts angegeben</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsPanel</name>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="31"/>
        <location filename="../ui/runs/runs_panel.cpp" line="36"/>
        <location filename="../ui/runs/runs_panel.cpp" line="60"/>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="31"/>
        <source>Every call on record, newest first</source>
        <translation>Jeder aufgezeichnete Aufruf, der neueste zuerst</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="37"/>
        <source>No runs here yet</source>
        <translation>Hier gibt es noch keine Läufe</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="37"/>
        <location filename="../ui/runs/runs_panel.cpp" line="87"/>
        <source>Every call that an application makes through the gateway appears here as it ends. The overview shows how to make the first one.</source>
        <translation>Jeder Aufruf, den eine Anwendung über das Gateway sendet, erscheint hier, sobald er endet. Die Übersicht zeigt, wie Sie den ersten senden.</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="60"/>
        <source>Every call on record, newest first.</source>
        <translation>Jeder aufgezeichnete Aufruf, der neueste zuerst.</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="80"/>
        <source>The runs could not be read.</source>
        <translation>Die Läufe ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="81"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="86"/>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="86"/>
        <source>No runs in this time</source>
        <translation>Keine Läufe in diesem Zeitraum</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="87"/>
        <source>Clear a filter, or look at a longer time.</source>
        <translation>Entfernen Sie einen Filter oder wählen Sie einen längeren Zeitraum.</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="101"/>
        <source>%1 is copied.</source>
        <translation>%1 ist kopiert.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/runs/runs_panel.cpp" line="154"/>
        <source>%n new run(s)</source>
        <translation>
            <numerusform>%n neuer Lauf</numerusform>
            <numerusform>%n neue Läufe</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="203"/>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="203"/>
        <source>Previous run</source>
        <translation>Vorheriger Lauf</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="203"/>
        <source>Copy the run&apos;s id</source>
        <translation>Kennung des Laufs kopieren</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="204"/>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="204"/>
        <source>Copy the chosen rows as text</source>
        <translation>Ausgewählte Zeilen als Text kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SandboxPage</name>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="24"/>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="24"/>
        <source>The simulated vendor&apos;s speed and faults, in force the moment they are set: see what your applications do when a vendor fails.</source>
        <translation>Tempo und Störungen des simulierten Anbieters, sofort in Kraft: Sehen Sie, was Ihre Anwendungen tun, wenn ein Anbieter ausfällt.</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="25"/>
        <source>Outage: every call fails with 503</source>
        <translation>Ausfall: Jeder Aufruf schlägt mit 503 fehl</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="28"/>
        <source>Simulated vendor</source>
        <translation>Simulierter Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="48"/>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="49"/>
        <source>First token after</source>
        <translation>Erstes Token nach</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="49"/>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="49"/>
        <source>The median; single calls differ</source>
        <translation>Der Median; einzelne Aufrufe weichen ab</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="50"/>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="50"/>
        <source>How much single calls differ: 0 not at all</source>
        <translation>Wie stark einzelne Aufrufe abweichen: 0 gar nicht</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="51"/>
        <source>Tokens per second</source>
        <translation>Tokens pro Sekunde</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="51"/>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="52"/>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="53"/>
        <source>Server errors</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="53"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="54"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="55"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="56"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="57"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="53"/>
        <source>Calls that fail with 500</source>
        <translation>Aufrufe, die mit 500 fehlschlagen</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="54"/>
        <source>Rate limited</source>
        <translation>Ratenbegrenzung</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="54"/>
        <source>Calls that fail with 429 and Retry-After</source>
        <translation>Aufrufe, die mit 429 und Retry-After fehlschlagen</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="55"/>
        <source>Stalls</source>
        <translation>Stockungen</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="55"/>
        <source>Answers that go silent in the middle</source>
        <translation>Antworten, die mittendrin verstummen</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="56"/>
        <source>Cut streams</source>
        <translation>Abgeschnittene Streams</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="56"/>
        <source>Streams that end without their terminator</source>
        <translation>Streams, die ohne Abschluss enden</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="57"/>
        <source>Refusals</source>
        <translation>Verweigerungen</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="57"/>
        <source>Answers that are a refusal</source>
        <translation>Antworten, die eine Verweigerung sind</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="61"/>
        <source>All faults off</source>
        <translation>Alle Störungen aus</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="146"/>
        <source>The simulated vendors could not be read.</source>
        <translation>Die simulierten Anbieter ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="185"/>
        <source>The settings of the simulated vendor could not be read.</source>
        <translation>Die Einstellungen des simulierten Anbieters ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="205"/>
        <source>The simulated vendor stays as it was.</source>
        <translation>Der simulierte Anbieter bleibt, wie er war.</translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="211"/>
        <source>%1 plays an outage: every call to it fails.</source>
        <translation>%1 spielt einen Ausfall: Jeder Aufruf schlägt fehl.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SaveForm</name>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="35"/>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="38"/>
        <location filename="../ui/templates/save_form.cpp" line="61"/>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="40"/>
        <location filename="../ui/templates/save_form.cpp" line="62"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="42"/>
        <source>As it stands on its card</source>
        <translation>Wie er auf der Karte steht</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="43"/>
        <location filename="../ui/templates/save_form.cpp" line="63"/>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="44"/>
        <source>One sentence for its card</source>
        <translation>Ein Satz für die Karte</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="45"/>
        <location filename="../ui/templates/save_form.cpp" line="64"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="49"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="59"/>
        <source>Save a workflow as a template</source>
        <translation>Einen Workflow als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="60"/>
        <source>The template has the workflow as it is live now, with its prompt, route, policies, runbooks and test sets.</source>
        <translation>Die Vorlage enthält den Workflow, wie er jetzt live ist, mit Prompt, Route, Richtlinien, Runbooks und Testsätzen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="102"/>
        <source>The workflows could not be read. %1</source>
        <translation>Die Workflows ließen sich nicht lesen. %1</translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="128"/>
        <source>The template was not saved. %1</source>
        <translation>Die Vorlage wurde nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPanel</name>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="22"/>
        <location filename="../ui/settings/settings_panel.cpp" line="50"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="22"/>
        <source>Connections, providers, keys, and the look of the console</source>
        <translation>Verbindungen, Anbieter, Schlüssel und das Aussehen der Konsole</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="29"/>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="35"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="36"/>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="37"/>
        <source>Application keys</source>
        <translation>Anwendungsschlüssel</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="38"/>
        <source>Access tokens</source>
        <translation>Zugriffstokens</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="39"/>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="40"/>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="41"/>
        <source>About</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="50"/>
        <source>Connections, providers, keys, and the look of the console.</source>
        <translation>Verbindungen, Anbieter, Schlüssel und das Aussehen der Konsole.</translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="110"/>
        <source>Settings: %1</source>
        <comment>a section</comment>
        <translation>Einstellungen: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SnippetsPage</name>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the line that sets the key</source>
        <translation>Zeile für den Schlüssel</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the curl command</source>
        <translation>curl-Befehl</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the Python lines</source>
        <translation>Python-Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the JavaScript lines</source>
        <translation>JavaScript-Zeilen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="14"/>
        <source>the model&apos;s name</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="17"/>
        <source>How to call it</source>
        <translation>So wird er aufgerufen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="23"/>
        <source>Any program can call this workflow with an application key (Settings, Application keys). The answer keeps the output contract, or it is an error that says what went wrong.</source>
        <translation>Jedes Programm kann diesen Workflow mit einem Anwendungsschlüssel aufrufen (Einstellungen, Anwendungsschlüssel). Die Antwort hält den Ausgabevertrag ein, oder sie ist ein Fehler, der sagt, was schiefging.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="27"/>
        <source>First, once in a shell on this computer</source>
        <translation>Zuerst, einmal in einer Shell auf diesem Rechner</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="36"/>
        <source>Shell</source>
        <comment>a command line</comment>
        <translation>Shell</translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="39"/>
        <source>Through an OpenAI SDK, as the model</source>
        <translation>Über ein OpenAI-SDK, als Modell</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SpanDialog</name>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="17"/>
        <source>Show this span</source>
        <translation>Diesen Zeitraum anzeigen</translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="18"/>
        <source>Choose a span of time</source>
        <translation>Einen Zeitraum wählen</translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="25"/>
        <location filename="../ui/shell/span_dialog.cpp" line="29"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="26"/>
        <location filename="../ui/shell/span_dialog.cpp" line="30"/>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="31"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="56"/>
        <source>The span ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StateCards</name>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="74"/>
        <source>%1 approved: %2 is at version %3.</source>
        <comment>who, label, version</comment>
        <translation>%1 hat zugestimmt: %2 ist auf Version %3.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="75"/>
        <source>%1 rejected the move of %2 to version %3.</source>
        <comment>who, label, version</comment>
        <translation>%1 hat den Wechsel von %2 auf Version %3 abgelehnt.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="76"/>
        <source>The request to move %1 to version %2 was withdrawn.</source>
        <comment>label, version</comment>
        <translation>Die Anfrage, %1 auf Version %2 umzusetzen, wurde zurückgezogen.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="77"/>
        <source>The request to move %1 to version %2 is void: %3.</source>
        <comment>label, version, why</comment>
        <translation>Die Anfrage, %1 auf Version %2 umzusetzen, ist hinfällig: %3.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="124"/>
        <source>asked %1</source>
        <translation>angefragt %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="114"/>
        <source>without a test run</source>
        <translation>ohne Testlauf</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="114"/>
        <source>bound to a test run</source>
        <translation>an einen Testlauf gebunden</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="120"/>
        <source>in stages of %1 %</source>
        <comment>a rollout: 5, 25, 100 %</comment>
        <translation>in Stufen von %1 %</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="122"/>
        <source>%1 asks to move %2 from version %3 to version %4</source>
        <translation>%1 möchte %2 von Version %3 auf Version %4 umsetzen</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="122"/>
        <source>%1 asks to set %2 at version %3</source>
        <translation>%1 möchte %2 auf Version %3 setzen</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="132"/>
        <location filename="../ui/versions/state_cards.cpp" line="188"/>
        <source>Look at the change</source>
        <translation>Änderung ansehen</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="139"/>
        <source>A note (optional)</source>
        <translation>Eine Anmerkung (optional)</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="140"/>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="143"/>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="146"/>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="158"/>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="162"/>
        <source>You asked for it: another person has to decide.</source>
        <translation>Sie haben es angefragt: Eine andere Person muss entscheiden.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="176"/>
        <location filename="../ui/versions/state_cards.cpp" line="177"/>
        <source>version %1: %2</source>
        <translation>Version %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="179"/>
        <source>Version %1 gets %2 % of %3 since %4 (stage %5 of %6); the rest goes to version %7</source>
        <translation>Version %1 erhält %2 % von %3, begonnen %4 (Stufe %5 von %6); der Rest geht an Version %7</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="186"/>
        <source>The candidate against the version that it replaces, since the stage began</source>
        <translation>Der Kandidat gegenüber der Version, die er ersetzt, seit Beginn der Stufe</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="193"/>
        <source>All calls to version %1</source>
        <translation>Alle Aufrufe an Version %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="193"/>
        <source>Go on to %1 %</source>
        <translation>Weiter auf %1 %</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="195"/>
        <source>Stop: all back to version %1</source>
        <translation>Stoppen: alles zurück an Version %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="198"/>
        <source>Version %1 is live.</source>
        <translation>Version %1 ist live.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="198"/>
        <source>Version %1 gets %2 % of the calls.</source>
        <translation>Version %1 erhält %2 % der Aufrufe.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="200"/>
        <source>The rollout is stopped: all calls go to version %1.</source>
        <translation>Der Rollout ist gestoppt: Alle Aufrufe gehen an Version %1.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="212"/>
        <source>Nothing was moved: what was asked for is not what is there now. %1</source>
        <translation>Nichts wurde umgesetzt: Der jetzige Stand ist nicht mehr der, für den angefragt wurde. %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="213"/>
        <source>That was not done: %1</source>
        <translation>Das wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="214"/>
        <source>Approved: the label has moved.</source>
        <translation>Freigegeben: Das Label ist umgesetzt.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="215"/>
        <source>Rejected: nothing moves.</source>
        <translation>Abgelehnt: Nichts ändert sich.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="215"/>
        <source>Withdrawn: nothing moves.</source>
        <translation>Zurückgezogen: Nichts ändert sich.</translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="225"/>
        <source>The rollout is as it was: %1</source>
        <translation>Der Rollout ist, wie er war: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StoryView</name>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="22"/>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="23"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="24"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="25"/>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="26"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="41"/>
        <source>Show who made it</source>
        <translation>Anzeigen, wer dahintersteht</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="60"/>
        <source>Which exact versions gave this output, who promoted them, and who approved.</source>
        <translation>Welche Versionen genau diese Ausgabe ergaben, wer sie hochgestuft und wer sie freigegeben hat.</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="84"/>
        <source>It could not be read. %1</source>
        <translation>Es ließ sich nicht lesen. %1</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="97"/>
        <source>No document decided this run: the caller named a model.</source>
        <translation>Kein Dokument hat diesen Lauf bestimmt: Der Aufrufer hat ein Modell genannt.</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="106"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="122"/>
        <source>Content hash %1</source>
        <translation>Inhalts-Hash %1</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="127"/>
        <source>%1 wrote this version on %2.</source>
        <comment>a person, a time</comment>
        <translation>%1 hat diese Version am %2 geschrieben.</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="130"/>
        <source>No label led to it: the version itself was asked for.</source>
        <translation>Kein Label führte hierher: Die Version selbst wurde angefragt.</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="136"/>
        <source>%1 moved %2 from version %3 to it on %4.</source>
        <comment>a person, a label, a version, a time</comment>
        <translation>%1 hat %2 am %4 von Version %3 hierher umgesetzt.</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="136"/>
        <source>%1 put %2 on it on %3.</source>
        <comment>a person, a label, a time</comment>
        <translation>%1 hat %2 am %3 hierher gesetzt.</translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="139"/>
        <source>%1 approved it on %2, asked by %3.</source>
        <comment>a person, a time, another person</comment>
        <translation>%1 hat es am %2 freigegeben, angefragt von %3.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TargetDetail</name>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="20"/>
        <source>Reset breaker</source>
        <translation>Breaker zurücksetzen</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="29"/>
        <source>Runs of this target</source>
        <translation>Läufe dieses Ziels</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="30"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="33"/>
        <source>Sends calls to this target again at once</source>
        <translation>Sendet sofort wieder Aufrufe an dieses Ziel</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="45"/>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="70"/>
        <source>Circuit breaker</source>
        <translation>Circuit Breaker</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="71"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="72"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="73"/>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="73"/>
        <source>%1, p95 %2</source>
        <comment>median and 95th percentile</comment>
        <translation>%1, p95 %2</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="74"/>
        <source>In flight</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="76"/>
        <source>At most at once</source>
        <translation>Höchstens gleichzeitig</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="76"/>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="77"/>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="83"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="84"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="85"/>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplateCard</name>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="19"/>
        <source>Built in</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="20"/>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="52"/>
        <source>runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="52"/>
        <source>test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="52"/>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="57"/>
        <source>%1 ×%2</source>
        <comment>a kind of document, how many</comment>
        <translation>%1 ×%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplateEditor</name>
    <message>
        <location filename="../ui/widgets/template_editor.cpp" line="24"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplatePreview</name>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="29"/>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="30"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="31"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="32"/>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="33"/>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="34"/>
        <source>Test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="35"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="52"/>
        <source>Use this template</source>
        <translation>Diese Vorlage verwenden</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="52"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="52"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="53"/>
        <source>Register these documents</source>
        <translation>Diese Dokumente registrieren</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="60"/>
        <source>As one YAML file</source>
        <translation>Als eine YAML-Datei</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="63"/>
        <source>Documents of the template</source>
        <translation>Dokumente der Vorlage</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="69"/>
        <source>The document&apos;s text</source>
        <translation>Der Text des Dokuments</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="73"/>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="74"/>
        <source>Close the preview (Esc)</source>
        <translation>Vorschau schließen (Esc)</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="113"/>
        <source>What will be registered</source>
        <translation>Was registriert wird</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="123"/>
        <source>None: the names below as they are</source>
        <translation>Keines: die Namen unten, wie sie sind</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="124"/>
        <source>Prefix of the names</source>
        <translation>Präfix der Namen</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="129"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="130"/>
        <source>Prefix for the names</source>
        <translation>Präfix für die Namen</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="138"/>
        <source>This will be registered</source>
        <translation>Das wird registriert</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="180"/>
        <source>The template could not be read.</source>
        <translation>Die Vorlage ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="193"/>
        <location filename="../ui/templates/template_preview.cpp" line="251"/>
        <source>%1 %2</source>
        <comment>kind and name of a document</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="252"/>
        <source>There is one of this name. Unless it says the same, nothing is registered: give a prefix.</source>
        <translation>Es gibt schon etwas mit diesem Namen. Wenn es nicht dasselbe enthält, wird nichts registriert: Geben Sie ein Präfix an.</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="259"/>
        <source>A prefix has lower-case letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, and begins with a letter or digit.</source>
        <translation>Ein Präfix besteht aus Kleinbuchstaben, Ziffern, „-“, „_“ und „.“ und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="260"/>
        <source>With a prefix, the new documents get names of their own.</source>
        <translation>Mit einem Präfix erhalten die neuen Dokumente eigene Namen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="261"/>
        <source>New documents are live at once, on the sandbox: no call leaves this machine until you change the route.</source>
        <translation>Neue Dokumente sind sofort live, in der Sandbox: Kein Aufruf verlässt diesen Rechner, bis Sie die Route ändern.</translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="276"/>
        <source>Nothing was registered.</source>
        <translation>Nichts wurde registriert.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplatesPanel</name>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="55"/>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="55"/>
        <source>Starter workflows that work at once</source>
        <translation>Fertige Workflows zum Loslegen</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="62"/>
        <source>No template matches</source>
        <translation>Keine Vorlage passt</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="62"/>
        <source>Nothing has these words in its title, its description or its tags.</source>
        <translation>Nichts hat diese Wörter im Titel, in der Beschreibung oder in den Schlagwörtern.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Starter workflows that work at once.</source>
        <translation>Fertige Workflows zum Loslegen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="68"/>
        <source>A template as one YAML file; it can also be dropped here</source>
        <translation>Eine Vorlage als eine YAML-Datei; sie lässt sich auch hier ablegen</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="70"/>
        <source>Find by title, words or tag</source>
        <translation>Nach Titel, Wörtern oder Schlagwort suchen</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="70"/>
        <source>Find a template</source>
        <translation>Eine Vorlage suchen</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="77"/>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="92"/>
        <source>“%1” is saved as a template.</source>
        <translation>„%1“ ist als Vorlage gespeichert.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="100"/>
        <source>%1 is ready to be called.</source>
        <translation>%1 kann jetzt aufgerufen werden.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="100"/>
        <source>All its documents are registered. Try it, then put your own provider into its route.</source>
        <translation>Alle zugehörigen Dokumente sind registriert. Probieren Sie es aus und setzen Sie dann Ihren eigenen Anbieter in die Route ein.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="101"/>
        <source>Open the workflow</source>
        <translation>Workflow öffnen</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="144"/>
        <source>The templates could not be read.</source>
        <translation>Die Vorlagen ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="243"/>
        <location filename="../ui/templates/templates_panel.cpp" line="335"/>
        <source>Import a template</source>
        <translation>Eine Vorlage importieren</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="243"/>
        <source>Templates (*.yaml *.yml *.json)</source>
        <translation>Vorlagen (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="250"/>
        <source>%1 could not be opened.</source>
        <translation>%1 ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="254"/>
        <source>%1 is not a template.</source>
        <translation>%1 ist keine Vorlage.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="254"/>
        <source>A template&apos;s file has at most 1 MB.</source>
        <translation>Die Datei einer Vorlage hat höchstens 1 MB.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="263"/>
        <source>%1 was not imported.</source>
        <translation>%1 wurde nicht importiert.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="268"/>
        <source>“%1” is among your templates now.</source>
        <translation>„%1“ ist jetzt unter Ihren Vorlagen.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="277"/>
        <source>Export the template</source>
        <translation>Vorlage exportieren</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="277"/>
        <source>Templates (*.yaml)</source>
        <translation>Vorlagen (*.yaml)</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="284"/>
        <source>The template was not exported.</source>
        <translation>Die Vorlage wurde nicht exportiert.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="284"/>
        <source>It has not been read yet; try again in a moment.</source>
        <translation>Sie ist noch nicht gelesen; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="287"/>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="296"/>
        <source>“%1” was not deleted.</source>
        <translation>„%1“ wurde nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="303"/>
        <source>“%1” is deleted. What was registered from it stays.</source>
        <translation>„%1“ ist gelöscht. Was daraus registriert wurde, bleibt.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="311"/>
        <source>Let go to import the template.</source>
        <translation>Loslassen, um die Vorlage zu importieren.</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="334"/>
        <source>Use the template “%1”</source>
        <translation>Die Vorlage „%1“ verwenden</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="336"/>
        <source>Save a workflow as a template</source>
        <translation>Einen Workflow als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="341"/>
        <source>Next template</source>
        <translation>Nächste Vorlage</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="341"/>
        <source>Previous template</source>
        <translation>Vorherige Vorlage</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="341"/>
        <source>Show what is in it</source>
        <translation>Anzeigen, was darin ist</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="342"/>
        <source>Use the chosen one</source>
        <translation>Die ausgewählte verwenden</translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="342"/>
        <source>Close the form, then the preview</source>
        <translation>Erst das Formular, dann die Vorschau schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TestPage</name>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="44"/>
        <source>Run the tests</source>
        <translation>Tests starten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="44"/>
        <location filename="../ui/prompts/test_page.cpp" line="49"/>
        <source>Add a case…</source>
        <translation>Testfall hinzufügen …</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="46"/>
        <source>No test set yet</source>
        <translation>Noch kein Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="46"/>
        <source>A test set is a list of inputs with what is expected of the outputs. Run it against a version before you promote it. A case can be added here, from a trial, or from a recorded run.</source>
        <translation>Ein Testsatz ist eine Liste von Eingaben mit dem, was von den Ausgaben erwartet wird. Lassen Sie ihn gegen eine Version laufen, bevor Sie sie hochstufen. Ein Testfall lässt sich hier, aus einem Probelauf oder aus einem aufgezeichneten Lauf hinzufügen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="47"/>
        <source>Runs of the tests</source>
        <translation>Läufe der Tests</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="48"/>
        <source>Cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="51"/>
        <source>Progress of the tests</source>
        <translation>Fortschritt der Tests</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="55"/>
        <source>The chosen case</source>
        <translation>Der ausgewählte Testfall</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="87"/>
        <source>The case “%1” is in %2.</source>
        <translation>Der Testfall „%1“ ist in %2.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="136"/>
        <source>Test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="139"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="188"/>
        <source>%1 (workflow %2)</source>
        <translation>%1 (Workflow %2)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="230"/>
        <source>The tests could not be started.</source>
        <translation>Die Tests ließen sich nicht starten.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="245"/>
        <source>The results could not be read.</source>
        <translation>Die Ergebnisse ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="270"/>
        <source>%1 against version %2 on %3</source>
        <comment>test set, version, model</comment>
        <translation>%1 gegen Version %2 mit %3</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="270"/>
        <source>%1 against version %2 in its workflow</source>
        <comment>test set, version</comment>
        <translation>%1 gegen Version %2 im zugehörigen Workflow</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="271"/>
        <source>%1: %2 of %3 done, %4 failed so far</source>
        <translation>%1: %2 von %3 erledigt, %4 bisher nicht bestanden</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="272"/>
        <source>%1: all %2 passed, for %3</source>
        <translation>%1: alle %2 bestanden, für %3</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="273"/>
        <source>%1: %2 of %3 failed, for %4</source>
        <translation>%1: %2 von %3 nicht bestanden, für %4</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="291"/>
        <source>The workflow runs as it serves, but with this version of the prompt.</source>
        <translation>Der Workflow läuft wie im Betrieb, aber mit dieser Version des Prompts.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="303"/>
        <source>No test has been run against this prompt yet. Choose a version and run them.</source>
        <translation>Gegen diesen Prompt ist noch kein Test gelaufen. Wählen Sie eine Version und starten Sie die Tests.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TimeRange</name>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="66"/>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="72"/>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="73"/>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="74"/>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="75"/>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="76"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="79"/>
        <source>Chosen span</source>
        <translation>Gewählter Zeitraum</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TimeSeriesChart</name>
    <message>
        <location filename="../ui/charts/time_series_chart.cpp" line="125"/>
        <source>Copy as a picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <location filename="../ui/charts/time_series_chart.cpp" line="126"/>
        <source>Copy %1 as a picture</source>
        <translation>%1 als Bild kopieren</translation>
    </message>
    <message>
        <location filename="../ui/charts/time_series_chart.cpp" line="180"/>
        <source>Show or hide this line</source>
        <translation>Diese Linie ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TopBar</name>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="40"/>
        <source>No gateway</source>
        <translation>Kein Gateway</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="72"/>
        <source>Top bar</source>
        <translation>Obere Leiste</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="80"/>
        <source>Go anywhere, do anything</source>
        <translation>Überallhin wechseln, alles tun</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="81"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="82"/>
        <source>Command palette (Ctrl+K)</source>
        <translation>Befehlspalette (Strg+K)</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="103"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="104"/>
        <source>Help (F1)</source>
        <translation>Hilfe (F1)</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="133"/>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="134"/>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="136"/>
        <source>Draining</source>
        <translation>Läuft aus</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="137"/>
        <source>Live</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="138"/>
        <source>Lost at %1</source>
        <translation>Getrennt um %1</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="139"/>
        <source>Token refused</source>
        <translation>Token abgelehnt</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="147"/>
        <source>Gateway %1: %2</source>
        <translation>Gateway %1: %2</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="150"/>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="163"/>
        <source>Signed in as %1, role %2</source>
        <translation>Angemeldet als %1, Rolle %2</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="178"/>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="183"/>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="186"/>
        <source>Connections…</source>
        <translation>Verbindungen …</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="199"/>
        <source>Choose a span…</source>
        <translation>Zeitraum wählen …</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="216"/>
        <source>Time range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="217"/>
        <source>The time that every panel shows; it moves on</source>
        <translation>Der Zeitraum, den jeder Bereich zeigt; er läuft mit</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="217"/>
        <source>The time that every panel shows; it stands still</source>
        <translation>Der Zeitraum, den jeder Bereich zeigt; er steht fest</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="218"/>
        <source>Switch to light</source>
        <translation>Zu hell wechseln</translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="218"/>
        <source>Switch to dark</source>
        <translation>Zu dunkel wechseln</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TotalsStrip</name>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="17"/>
        <source>Totals of the last minute</source>
        <translation>Summen der letzten Minute</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="18"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="18"/>
        <source>Calls per second over the last minute</source>
        <translation>Aufrufe pro Sekunde in der letzten Minute</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="19"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="19"/>
        <source>Share of calls that failed for their caller</source>
        <translation>Anteil der Aufrufe, die für den Aufrufer fehlgeschlagen sind</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="20"/>
        <source>Fallbacks</source>
        <translation>Fallbacks</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="20"/>
        <source>Share of calls that another target than the first had to answer</source>
        <translation>Anteil der Aufrufe, die ein anderes als das erste Ziel beantworten musste</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="21"/>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="21"/>
        <source>Half of the calls had their first token sooner; below, 19 of 20</source>
        <translation>Bei der Hälfte der Aufrufe kam das erste Token schneller; darunter bei 19 von 20</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="22"/>
        <source>End to end</source>
        <translation>Gesamtdauer</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="22"/>
        <source>Half of the calls were answered sooner; below, 19 of 20</source>
        <translation>Die Hälfte der Aufrufe wurde schneller beantwortet; darunter 19 von 20</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="23"/>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="23"/>
        <source>Money per hour at the present rate</source>
        <translation>Kosten pro Stunde beim jetzigen Tempo</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="40"/>
        <source>%1, the last minute</source>
        <translation>%1, die letzte Minute</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="49"/>
        <source>%1 in flight</source>
        <comment>calls under way</comment>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="53"/>
        <location filename="../ui/overview/totals_strip.cpp" line="57"/>
        <source>of all calls</source>
        <translation>aller Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="58"/>
        <source>p95 %1</source>
        <comment>95th percentile of a time</comment>
        <translation>p95 %1</translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="66"/>
        <source>per hour</source>
        <translation>pro Stunde</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrialCell</name>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="27"/>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="29"/>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="31"/>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="40"/>
        <source>Open the run of this trial</source>
        <translation>Diesen Probelauf öffnen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="41"/>
        <source>Add this input as a test case</source>
        <translation>Diese Eingabe als Testfall hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="44"/>
        <source>Trial of %1 on %2</source>
        <translation>Probelauf von %1 mit %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="49"/>
        <source>Answer of %1 on %2</source>
        <translation>Antwort von %1 mit %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="119"/>
        <source>The model failed in the middle of its answer.</source>
        <translation>Das Modell ist mitten in der Antwort ausgefallen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="140"/>
        <source>The answer broke off before its end.</source>
        <translation>Die Antwort brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="180"/>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="181"/>
        <source>total %1</source>
        <translation>gesamt %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="182"/>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 Tokens</translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="184"/>
        <source>by %1</source>
        <comment>a target of a route</comment>
        <translation>durch %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrialPage</name>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="39"/>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="41"/>
        <source>Which version</source>
        <translation>Welche Version</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="44"/>
        <source>From a run</source>
        <translation>Aus einem Lauf</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="45"/>
        <source>Take the input of a recorded run</source>
        <translation>Die Eingabe eines aufgezeichneten Laufs übernehmen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="50"/>
        <source>The contract&apos;s own example</source>
        <translation>Das Beispiel des Vertrags</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="54"/>
        <source>Input as JSON</source>
        <translation>Eingabe als JSON</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="60"/>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="69"/>
        <source>What the trial gave</source>
        <translation>Was der Probelauf ergab</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="106"/>
        <source>Running since %1 …</source>
        <translation>Läuft seit %1 …</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="126"/>
        <source>The output appears here. A trial is recorded as one and kept out of the metrics.</source>
        <translation>Hier erscheint die Ausgabe. Ein Probelauf wird als solcher aufgezeichnet und zählt nicht in den Metriken.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="143"/>
        <source>The live version</source>
        <translation>Die Live-Version</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="149"/>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="149"/>
        <source>Version %1 (%2)</source>
        <comment>a version with its labels</comment>
        <translation>Version %1 (%2)</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="171"/>
        <source>Reading the recent runs …</source>
        <translation>Letzte Läufe werden gelesen …</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="184"/>
        <source>%1, %2, %3</source>
        <comment>a run: when, how it ended, who called</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="187"/>
        <source>The runs could not be read.</source>
        <translation>Die Läufe ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="187"/>
        <source>No recent run has kept its input.</source>
        <translation>Von keinem der letzten Läufe ist die Eingabe aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="195"/>
        <source>The input of %1 could not be read.</source>
        <translation>Die Eingabe von %1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="207"/>
        <source>The request of %1 has no input that could be taken.</source>
        <translation>Die Anfrage von %1 hat keine Eingabe, die sich übernehmen ließe.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="220"/>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="226"/>
        <source>The input is no JSON.</source>
        <translation>Die Eingabe ist kein JSON.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="226"/>
        <source>Look for a missing quote, comma or bracket; texts stand in double quotes.</source>
        <translation>Suchen Sie nach einem fehlenden Anführungszeichen, Komma oder einer Klammer; Texte stehen in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="269"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="269"/>
        <source>Run it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="270"/>
        <source>Stop waiting for it (Ctrl+Return)</source>
        <translation>Nicht länger darauf warten (Strg+Return)</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="270"/>
        <source>Ctrl+Return</source>
        <translation>Strg+Return</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="275"/>
        <source>Running …</source>
        <translation>Läuft …</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrialResult</name>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="33"/>
        <source>Kept out of the metrics</source>
        <translation>Zählt nicht in den Metriken</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="36"/>
        <source>The output</source>
        <translation>Die Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="37"/>
        <location filename="../ui/workflows/trial_result.cpp" line="38"/>
        <source>Copy the output</source>
        <translation>Ausgabe kopieren</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="59"/>
        <source>The output appears here. A trial is recorded as one and kept out of the metrics.</source>
        <translation>Hier erscheint die Ausgabe. Ein Probelauf wird als solcher aufgezeichnet und zählt nicht in den Metriken.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="78"/>
        <source>The output keeps its contract.</source>
        <translation>Die Ausgabe hält ihren Vertrag ein.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="80"/>
        <location filename="../ui/workflows/trial_result.cpp" line="100"/>
        <location filename="../ui/workflows/trial_result.cpp" line="114"/>
        <source>took</source>
        <comment>a time</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="81"/>
        <location filename="../ui/workflows/trial_result.cpp" line="115"/>
        <source>cost</source>
        <comment>money</comment>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="82"/>
        <location filename="../ui/workflows/trial_result.cpp" line="101"/>
        <location filename="../ui/workflows/trial_result.cpp" line="118"/>
        <source>Open the run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="116"/>
        <source>tokens in and out</source>
        <translation>Tokens ein und aus</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="116"/>
        <source>%1 / %2</source>
        <comment>tokens in, tokens out</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="117"/>
        <source>served by</source>
        <translation>beantwortet von</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="122"/>
        <source>No model&apos;s output was served: this is the output that the workflow declares for that case.</source>
        <translation>Es wurde keine Ausgabe eines Modells geliefert: Dies ist die Ausgabe, die der Workflow für diesen Fall angibt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="123"/>
        <source>The output keeps its contract, after the model was shown what was wrong with its first one.</source>
        <translation>Die Ausgabe hält ihren Vertrag ein, nachdem dem Modell gezeigt wurde, was an seiner ersten falsch war.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="125"/>
        <source>Flagged: %1</source>
        <comment>why an answer is flagged</comment>
        <translation>Markiert: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TryPage</name>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="53"/>
        <source>Typed in below</source>
        <translation>Unten eingegeben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <location filename="../ui/prompts/try_page.cpp" line="136"/>
        <source>Models and routes</source>
        <translation>Modelle und Routen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <location filename="../ui/prompts/try_page.cpp" line="138"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <location filename="../ui/prompts/try_page.cpp" line="363"/>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="55"/>
        <location filename="../ui/prompts/try_page.cpp" line="365"/>
        <source>Trials are real calls and cost what they cost. They are not counted in metrics.</source>
        <translation>Probeläufe sind echte Aufrufe und kosten, was sie kosten. In den Metriken werden sie nicht gezählt.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="56"/>
        <source>Nothing tried yet</source>
        <translation>Noch nichts ausprobiert</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="56"/>
        <source>Fill in the variables or take them from a recorded run, choose models and versions, and press Ctrl+Enter. The answers stream side by side.</source>
        <translation>Füllen Sie die Variablen aus oder übernehmen Sie sie aus einem aufgezeichneten Lauf, wählen Sie Modelle und Versionen und drücken Sie Strg+Enter. Die Antworten laufen nebeneinander ein.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="67"/>
        <source>Trials</source>
        <translation>Probeläufe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="107"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="118"/>
        <source>What to try</source>
        <translation>Was ausprobiert wird</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="125"/>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="148"/>
        <source>What was said in that run could not be read.</source>
        <translation>Was in diesem Lauf gesagt wurde, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="177"/>
        <source>Draft, as in the editor</source>
        <translation>Entwurf, wie im Editor</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="204"/>
        <source>The model itself, without a route</source>
        <translation>Das Modell selbst, ohne Route</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="282"/>
        <source>The input is not complete.</source>
        <translation>Die Eingabe ist nicht vollständig.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="299"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="309"/>
        <source>Only the first %1 trials were started.</source>
        <translation>Nur die ersten %1 Probeläufe wurden gestartet.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="309"/>
        <source>Choose fewer models or versions.</source>
        <translation>Wählen Sie weniger Modelle oder Versionen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="363"/>
        <source>Run %1 trials</source>
        <translation>%1 Probeläufe starten</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="365"/>
        <source>Choose a model or a route, and a version.</source>
        <translation>Wählen Sie ein Modell oder eine Route und eine Version.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="365"/>
        <source>Trials are run by engineers.</source>
        <translation>Probeläufe starten Entwickler.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VariablesForm</name>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="72"/>
        <source>This prompt has no variables.</source>
        <translation>Dieser Prompt hat keine Variablen.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="80"/>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="87"/>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="92"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="97"/>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="97"/>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="109"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="173"/>
        <source>%1 should be a number.</source>
        <translation>%1 sollte eine Zahl sein.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="174"/>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="175"/>
        <source>%1 should be a whole number.</source>
        <translation>%1 sollte eine ganze Zahl sein.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VersionList</name>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="26"/>
        <source>Protected: it moves only when another person approves</source>
        <translation>Geschützt: nur mit Freigabe durch eine zweite Person umzusetzen</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="29"/>
        <source>%1 (protected)</source>
        <comment>a label</comment>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="40"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="41"/>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="42"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="43"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="44"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="52"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="58"/>
        <source>The chosen version</source>
        <translation>Die ausgewählte Version</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VersionPage</name>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="31"/>
        <source>protected</source>
        <comment>a label</comment>
        <translation>geschützt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="32"/>
        <source>Its label moves only when another person approves</source>
        <translation>Das Label lässt sich nur mit Freigabe durch eine zweite Person umsetzen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="45"/>
        <source>No reason given</source>
        <translation>Kein Grund angegeben</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="47"/>
        <source>%1 · %2</source>
        <comment>author, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="59"/>
        <source>▲ higher than with the version before, and not by chance</source>
        <translation>▲ höher als bei der vorherigen Version, und nicht durch Zufall</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="59"/>
        <source>▼ lower than with the version before, and not by chance</source>
        <translation>▼ niedriger als bei der vorherigen Version, und nicht durch Zufall</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="67"/>
        <source>Cost of a call that succeeded, failures paid for</source>
        <translation>Kosten eines erfolgreichen Aufrufs, Fehlschläge mitbezahlt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="75"/>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="77"/>
        <source>End to end: 19 of 20 calls were faster; below it the median</source>
        <translation>Gesamtdauer: 19 von 20 Aufrufen waren schneller; darunter der Median</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="86"/>
        <source>The share that succeeded, and where the true share lies 19 times out of 20</source>
        <translation>Der erfolgreiche Anteil, und wo der wahre Anteil in 19 von 20 Fällen liegt</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="92"/>
        <source>is live</source>
        <translation>ist live</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="97"/>
        <source>Success against the live version; so great a difference would come by chance in %1 of cases</source>
        <translation>Erfolg gegenüber der Live-Version; ein so großer Unterschied käme in %1 der Fälle durch Zufall zustande</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="104"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="105"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="105"/>
        <source>Why, by whom and when</source>
        <translation>Warum, von wem und wann</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="106"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="107"/>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="108"/>
        <source>Against live</source>
        <translation>Gegenüber live</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="109"/>
        <source>Per success</source>
        <translation>Pro Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="109"/>
        <source>Cost of a call that succeeded</source>
        <translation>Kosten eines erfolgreichen Aufrufs</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="110"/>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="110"/>
        <source>End to end, with the median below</source>
        <translation>Gesamtdauer, darunter der Median</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="111"/>
        <source>Overridden</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="111"/>
        <source>Share of the outputs that a person changed</source>
        <translation>Anteil der Ausgaben, die eine Person geändert hat</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="126"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="137"/>
        <source>Text of the chosen version</source>
        <translation>Text der ausgewählten Version</translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="170"/>
        <source>Compare with the version before</source>
        <translation>Mit der vorherigen Version vergleichen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VersionsPage</name>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="22"/>
        <source>In stages…</source>
        <translation>In Stufen …</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="22"/>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="25"/>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="26"/>
        <source>production is what callers get; other labels are for whoever asks for them</source>
        <translation>production ist das, was Aufrufer erhalten; andere Labels sind für die, die danach fragen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="28"/>
        <source>Why this move</source>
        <translation>Warum dieser Wechsel</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="29"/>
        <source>Why the label moves</source>
        <translation>Warum das Label wechselt</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="33"/>
        <source>A share of the calls first; back by itself when it does worse</source>
        <translation>Zuerst ein Anteil der Aufrufe; von selbst zurück, wenn sie schlechter abschneidet</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="35"/>
        <source>Puts the label back to where it was before its last move</source>
        <translation>Setzt das Label dorthin zurück, wo es vor seinem letzten Wechsel war</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="108"/>
        <source>Make version %1 live</source>
        <translation>Version %1 live schalten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="108"/>
        <source>Move the label to version %1</source>
        <translation>Label auf Version %1 setzen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="108"/>
        <source>Ask for approval of version %1</source>
        <translation>Freigabe für Version %1 anfordern</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="115"/>
        <source>Roll back to version %1</source>
        <translation>Auf Version %1 zurückrollen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="115"/>
        <source>Ask to go back to version %1</source>
        <translation>Rückkehr zu Version %1 anfordern</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="134"/>
        <source>The label was not moved.</source>
        <translation>Das Label wurde nicht umgesetzt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="135"/>
        <source>Read it anew</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="140"/>
        <source>%1: version %2 is live.</source>
        <translation>%1: Version %2 ist live.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="140"/>
        <source>%1: the label %2 is on version %3.</source>
        <translation>%1: Das Label %2 ist auf Version %3.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="155"/>
        <source>%1 is protected: choose the version to go back to and ask for an approval.</source>
        <translation>%1 ist geschützt: Wählen Sie die Version, auf die Sie zurückwollen, und fordern Sie eine Freigabe an.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="155"/>
        <source>The label was not rolled back.</source>
        <translation>Das Label wurde nicht zurückgerollt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="161"/>
        <source>%1: %2 is back on version %3.</source>
        <comment>a workflow, a label, a version</comment>
        <translation>%1: %2 ist wieder auf Version %3.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="168"/>
        <source>%1 is protected.</source>
        <translation>%1 ist geschützt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="168"/>
        <source>It moves to version %1 when another person approves it.</source>
        <translation>Es wechselt auf Version %1, wenn eine zweite Person zustimmt.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="169"/>
        <source>Ask for approval</source>
        <translation>Freigabe anfordern</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="176"/>
        <source>The approval could not be asked for.</source>
        <translation>Die Freigabe ließ sich nicht anfordern.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="180"/>
        <source>Approval is asked for.</source>
        <translation>Die Freigabe ist angefordert.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="180"/>
        <source>Version %1 gets the label %2 as soon as somebody else approves it.</source>
        <translation>Version %1 erhält das Label %2, sobald jemand anderes zustimmt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Waterfall</name>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="35"/>
        <source>Attempts over time</source>
        <translation>Versuche im Zeitverlauf</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>Fallback</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="65"/>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="67"/>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="68"/>
        <source>waited %1 for a place</source>
        <translation>%1 auf einen Platz gewartet</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="69"/>
        <source>connected in %1</source>
        <translation>in %1 verbunden</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="70"/>
        <source>answered %1 after %2</source>
        <translation>antwortete %1 nach %2</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="71"/>
        <source>first token after %1</source>
        <translation>erstes Token nach %1</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="107"/>
        <source>%1 · retry</source>
        <translation>%1 · Wiederholung</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="107"/>
        <source>%1 · fallback</source>
        <translation>%1 · Fallback</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="107"/>
        <source>%1 · repair</source>
        <translation>%1 · Reparatur</translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="133"/>
        <source>No target was tried.</source>
        <translation>Es wurde kein Ziel versucht.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WorkflowDetail</name>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="72"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="72"/>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="79"/>
        <source>Its live version changes only with another person&apos;s approval</source>
        <translation>Die Live-Version wechselt nur mit Freigabe durch eine zweite Person</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="80"/>
        <source>More to do with this workflow</source>
        <translation>Mehr Aktionen für diesen Workflow</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="81"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="87"/>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="88"/>
        <source>Close the detail (Esc)</source>
        <translation>Details schließen (Esc)</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="130"/>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="131"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="304"/>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="132"/>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="133"/>
        <source>Call it</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="134"/>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="135"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="144"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="198"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="136"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="144"/>
        <source>Edit (unsaved)</source>
        <translation>Bearbeiten (ungespeichert)</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="198"/>
        <source>Text</source>
        <comment>the workflow as text, to be read</comment>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="211"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="212"/>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="226"/>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="227"/>
        <source>Give it a name of its own in the second line, and name a prompt and a route; then save it. Templates has whole sets to begin with.</source>
        <translation>Geben Sie in der zweiten Zeile einen eigenen Namen an, nennen Sie einen Prompt und eine Route und speichern Sie dann. Unter Vorlagen finden Sie vollständige Sätze für den Anfang.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="250"/>
        <source>%1 could not be read.</source>
        <translation>%1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="266"/>
        <source>The versions of %1 could not be read.</source>
        <translation>Die Versionen von %1 ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="293"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="294"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="300"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="301"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="306"/>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="308"/>
        <source>Calls in 24 h</source>
        <translation>Aufrufe in 24 h</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="309"/>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="310"/>
        <source>p95</source>
        <comment>19 of 20 calls are faster</comment>
        <translation>p95</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="311"/>
        <source>Cost per success</source>
        <translation>Kosten pro Erfolg</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="320"/>
        <source>It cannot serve as it stands.</source>
        <translation>So, wie er ist, kann er keine Aufrufe bedienen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="325"/>
        <source>Any JSON is accepted: the workflow has no input contract.</source>
        <translation>Jedes JSON wird angenommen: Der Workflow hat keinen Eingabevertrag.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="326"/>
        <source>The output is the model&apos;s text: the workflow has no output contract.</source>
        <translation>Die Ausgabe ist der Text des Modells: Der Workflow hat keinen Ausgabevertrag.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="347"/>
        <source>Copy a link that opens it</source>
        <translation>Link kopieren, der ihn öffnet</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="348"/>
        <source>Save as template …</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="352"/>
        <source>Put back into service</source>
        <translation>Wieder in Betrieb nehmen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="353"/>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="365"/>
        <source>%1 is archived: callers get “not found”. Its versions stay.</source>
        <translation>%1 ist archiviert: Aufrufer erhalten „not found“. Die Versionen bleiben.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="372"/>
        <source>%1 could not be put back into service.</source>
        <translation>%1 ließ sich nicht wieder in Betrieb nehmen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="389"/>
        <source>%1 was not archived.</source>
        <translation>%1 wurde nicht archiviert.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="392"/>
        <source>%1 was not archived: others refer to it.</source>
        <translation>%1 wurde nicht archiviert: Andere verweisen darauf.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="392"/>
        <source>Change these first: %1.</source>
        <comment>a list of documents</comment>
        <translation>Ändern Sie zuerst diese: %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WorkflowsPanel</name>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="35"/>
        <location filename="../ui/workflows/workflows_panel.cpp" line="40"/>
        <location filename="../ui/workflows/workflows_panel.cpp" line="41"/>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="35"/>
        <source>AI tasks as services, with contracts that hold</source>
        <translation>KI-Aufgaben als Dienste, mit verlässlichen Verträgen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="40"/>
        <source>Also archived</source>
        <translation>Auch archivierte</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="42"/>
        <source>No workflows yet</source>
        <translation>Noch keine Workflows</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="42"/>
        <source>A workflow makes an AI task a service: an input contract, an output that keeps its contract, and what happens when something goes wrong. Templates has six to begin with.</source>
        <translation>Ein Workflow macht eine KI-Aufgabe zum Dienst: ein Eingabevertrag, eine Ausgabe, die ihren Vertrag einhält, und was geschieht, wenn etwas schiefgeht. Unter Vorlagen gibt es sechs für den Anfang.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="40"/>
        <source>AI tasks as services, with contracts that hold.</source>
        <translation>KI-Aufgaben als Dienste, mit verlässlichen Verträgen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="40"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="46"/>
        <source>From a template …</source>
        <translation>Aus einer Vorlage …</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="47"/>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="50"/>
        <source>Find by name, or by words of the text</source>
        <translation>Nach Name oder Text suchen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="50"/>
        <source>Find a workflow</source>
        <translation>Einen Workflow suchen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="58"/>
        <source>Begin with a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="132"/>
        <source>The workflows could not be read.</source>
        <translation>Die Workflows ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="226"/>
        <location filename="../ui/workflows/workflows_panel.cpp" line="243"/>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="230"/>
        <source>Run %1</source>
        <comment>a workflow</comment>
        <translation>%1 starten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="231"/>
        <source>Edit %1</source>
        <comment>a workflow</comment>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="232"/>
        <source>Save %1 as a template</source>
        <comment>a workflow</comment>
        <translation>%1 als Vorlage speichern</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="234"/>
        <source>Versions of %1</source>
        <comment>a workflow</comment>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="235"/>
        <source>How to call %1</source>
        <comment>a workflow</comment>
        <translation>So wird %1 aufgerufen</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="237"/>
        <source>Archive %1</source>
        <comment>a workflow</comment>
        <translation>%1 archivieren</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="242"/>
        <source>Next workflow</source>
        <translation>Nächster Workflow</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="242"/>
        <source>Previous workflow</source>
        <translation>Vorheriger Workflow</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="243"/>
        <source>Edit the chosen one</source>
        <translation>Ausgewählten bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="244"/>
        <source>Try the chosen one</source>
        <translation>Ausgewählten ausprobieren</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="244"/>
        <source>Versions of the chosen one</source>
        <translation>Versionen des ausgewählten</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="245"/>
        <source>Run it, in Try it</source>
        <translation>Starten, unter Ausprobieren</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="245"/>
        <source>Save a version, in the editor</source>
        <translation>Eine Version speichern, im Editor</translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="246"/>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::format</name>
    <message>
        <location filename="../ui/widgets/format.cpp" line="38"/>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 k</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="39"/>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="40"/>
        <source>%1 G</source>
        <comment>thousand millions</comment>
        <translation>%1 G</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="45"/>
        <location filename="../ui/widgets/format.cpp" line="46"/>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="48"/>
        <location filename="../ui/widgets/format.cpp" line="103"/>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="50"/>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="51"/>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="59"/>
        <source>%1 µs</source>
        <comment>microseconds</comment>
        <translation>%1 µs</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="65"/>
        <source>%1/s</source>
        <comment>a rate per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="71"/>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="80"/>
        <location filename="../ui/widgets/format.cpp" line="84"/>
        <location filename="../ui/widgets/format.cpp" line="94"/>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation>%1 $</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="101"/>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="104"/>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="105"/>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="106"/>
        <source>%1 days</source>
        <comment>days</comment>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="107"/>
        <source>%1 ago</source>
        <comment>a span of time</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="107"/>
        <source>in %1</source>
        <comment>a span of time</comment>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::performance</name>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="31"/>
        <source>%1 – %2 %</source>
        <comment>an interval</comment>
        <translation>%1 – %2 %</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="40"/>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="41"/>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="42"/>
        <source>could be chance</source>
        <translation>könnte Zufall sein</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="43"/>
        <source>too few calls</source>
        <translation>zu wenige Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="52"/>
        <source>%1 points</source>
        <comment>of percentage</comment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="56"/>
        <source>no calls yet</source>
        <translation>noch keine Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="59"/>
        <source>one call</source>
        <translation>ein Aufruf</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="59"/>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="62"/>
        <source>%1 failed (%2)</source>
        <translation>%1 fehlgeschlagen (%2)</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="63"/>
        <source>%1 succeeded</source>
        <translation>%1 erfolgreich</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="63"/>
        <source>%1 succeeded (%2)</source>
        <translation>%1 erfolgreich (%2)</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="64"/>
        <source>%1 overridden</source>
        <translation>%1 korrigiert</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="65"/>
        <source>%1 each</source>
        <comment>cost of a success</comment>
        <translation>je %1</translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="66"/>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
</context>
</TS>
