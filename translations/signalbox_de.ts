<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalbox: gateway and operations console for AI in production.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs recorded since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNU General Public License, version 3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApiClient</name>
    <message>
        <source>Nothing answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trusted connection to %1: its certificate was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the console looks on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing is called that. A run is found by its id, run_…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to, or what to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which gateway this console shows: the one it starts on this computer, or a team&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the gateway&apos;s administrator; begins with sbt_</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties the form for another gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are kept in this desktop&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no keychain that works, so tokens are kept in the file %1, which only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started by this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>a gateway</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty to keep the one there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway takes an access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <comment>a gateway</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and its token are forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Application keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your applications show the gateway. One for each application, so that its runs can be told apart and it can be revoked alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people, consoles and scripts show the gateway&apos;s control plane. A role may do what the ones before it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web-shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kim&apos;s console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer: sees everything but payloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer: also payloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engineer: also new versions of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator: also puts them in force, providers, breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator: everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application that will use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who or what will use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is shown this once. Copy it now: the gateway keeps only a hash of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is shown this once. Copy it now: the gateway keeps only a hash of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not show these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <comment>2 min ago</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every application that uses it is refused from that moment on; the key cannot be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever uses it is signed out at once; the token cannot be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is revoked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentEditor</name>
    <message>
        <source>Document as YAML</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventStream</name>
    <message>
        <source>The gateway does not accept the access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway ended the event stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstCall</name>
    <message>
        <source>curl line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call yet. Make the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Python, with the official OpenAI SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answers here. A simulated vendor is behind the route “starter”, so this costs nothing; the key is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answers here. Ask its operator for an application key, or make one under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatewayProcess</name>
    <message>
        <source>The gateway did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be run: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway takes long to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs and has not said yet where it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ended by a signal or crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gateways</name>
    <message>
        <source>A new address takes its own access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address as https://host or https://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address holds no user name or password: the token has its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without https the token could be read on its way: only addresses of this computer may begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpViewer</name>
    <message>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go anywhere, do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First panel, and so on to Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the panel list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Signalbox</source>
        <comment>a panel&apos;s title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not accept the access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to “%1” since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see is from then. Signalbox goes on trying to connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>a panel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: %1</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the panel list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>a link</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricsPanel</name>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task success: the contract was kept and nothing failed, over all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed calls over all that their callers did not leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that needed another target than the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the streamed calls began faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token: 95 of 100 streamed calls began faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the calls that succeeded were faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total: 95 of 100 calls that succeeded were faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All money spent, failed attempts and retries included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per successful task: all money spent over the calls that succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality, latency and cost, each on its own axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts of latency, outcomes and cost appear here with the first call. Look at a longer time at the top, or make a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the table by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End to end (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors and fallbacks (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per hour ($)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality, latency and cost, each on its own axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The totals are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crosshair of a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen totals as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsTable</name>
    <message>
        <source>Models of this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max. output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the vendor calls it; callers say provider/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat, stream, tools, json_schema, vision, embeddings: with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USD per million tokens; empty: not known, counted as nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Govern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the panel list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each target&apos;s health and the traffic of this minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each target&apos;s health and the traffic of this minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overview could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The circuit breaker was not reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls go to %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health of %1</source>
        <comment>a target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the chosen target or route</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>Save provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed and faults…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI, or a server that speaks its protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the vendor for its models with the stored key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callers say name/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word that routes may ask for, such as eu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls at once, per model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More wait in a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the gateway&apos;s environment variable %1. A key written here replaces that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is stored and is not shown again. Write one to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored key belongs to %1: another address takes its key anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent once, stored encrypted, never shown again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent once, stored encrypted for %1 alone, never shown again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name: small letters, digits and dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider has at least one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address as https://host or https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored key belongs to another address. Write the key for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not stored, and the provider not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added in the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this provider meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your edits are still here. Discard them to see the present version, then make them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was not saved: see the marked fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor answers, in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor does not accept the calls of this provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendors behind the gateway, their models and prices. Keys are asked for once and kept encrypted by the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved and in force.</source>
        <comment>a provider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The providers could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutesPanel</name>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version that serves (production), and the newest one where that is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module that says so; later modules override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A target is drawn by weight; the others follow by weight when it cannot serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target that costs least for the call serves; the next one when it cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target that was fastest to its first token lately serves; the next one when it cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first target serves; the next one when it cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes and policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decides which model serves a call, and under which limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and make live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this version live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decides which model serves a call, and under which limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this change (kept with the version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits are discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are edits that were not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated vendor inside the gateway: no call leaves this machine. Models: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls go to %1 by the protocol &apos;%2&apos;. Models: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s usual address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over &apos;default&apos;. Each value below says which module it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · version %2 is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · version %2 is live, %3 is the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1</source>
        <comment>kind of document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name of its own in the second line, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit (unsaved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version was not saved; your text is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2, is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2, is saved; it is not live yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The live version was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: version %2 is live instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a document by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two blanks, in the editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDetail</name>
    <message>
        <source>The vendor limits how much may be called. Add a second target to the route, or ask the vendor for a higher limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor does not accept the gateway&apos;s key. Enter it again in Settings, Providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a target with a longer context to the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor was slower than policy allows. Look at its health in the overview; the limits are in the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor could not be reached, or failed. Look at its health in the overview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller has to change the request; no other target would answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller names something that is not here. GET /v1/models lists what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a link that opens this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, tokens, cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decided it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s attempts could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only streamed answers have a first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 from the vendor&apos;s cache)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 reasoning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> estimated: the vendor did not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller&apos;s retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was said is kept of this run: policy says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said is kept apart from the record. Reading it is noted in the audit history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said is for reviewers to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payload could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFilterRow</name>
    <message>
        <source>Run id, model or words of an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streamed or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs of this time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model, route or workflow that the caller named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider and model that served, or failed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts at vendors, retries and fallbacks included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the call to the first content; streamed calls only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the call to the end of its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All attempts together, in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated: the vendor did not say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call on record, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call that an application makes through the gateway appears here as it ends. The overview shows how to make the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call on record, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear a filter, or look at a longer time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the run&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen rows as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SandboxPage</name>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated vendor&apos;s speed and faults, in force the moment they are set: see what your applications do when a vendor fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outage: every call fails with 503</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median; single calls differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much single calls differ: 0 not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that fail with 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that fail with 429 and Retry-After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that go silent in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams that end without their terminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that are a refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All faults off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated vendors could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the simulated vendor could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated vendor stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 plays an outage: every call to it fails.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections, providers, keys, and the look of the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections, providers, keys, and the look of the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <comment>a section</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanDialog</name>
    <message>
        <source>Show this span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a span of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetDetail</name>
    <message>
        <source>Reset breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends calls to this target again at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, p95 %2</source>
        <comment>median and 95th percentile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen span</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeSeriesChart</name>
    <message>
        <source>Copy as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1 as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenStore</name>
    <message>
        <source>The keychain did not keep the token: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>No gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go anywhere, do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1, role %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a span…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that every panel shows; it moves on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that every panel shows; it stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalsStrip</name>
    <message>
        <source>Totals of the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per second over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of calls that failed for their caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of calls that another target than the first had to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the calls had their first token sooner; below, 19 of 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the calls were answered sooner; below, 19 of 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money per hour at the present rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <comment>calls under way</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1</source>
        <comment>95th percentile of a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Attempts over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited %1 for a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered %1 after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target was tried.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui</name>
    <message>
        <source>%1 of %2</source>
        <comment>calls under way of how many may be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> + %1</source>
        <comment>calls that wait in the queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an error class, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, probed %1</source>
        <comment>in 12 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, next call probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half open, probing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, %1 of %2 failed</source>
        <comment>calls in the breaker&apos;s window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a simulated vendor inside the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy, degraded, or with its circuit breaker open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per second over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of calls that failed over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the calls had their first token sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>19 of 20 calls had their first token sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls under way, of how many may be, and how many wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: no calls are sent until a probe succeeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of calls that failed for their caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of calls that another target than the first had to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End to end p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>19 of 20 calls were answered sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>circuit breaker: no calls are let through</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half open</source>
        <comment>circuit breaker: trying a few calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>circuit breaker: calls are let through</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::format</name>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 G</source>
        <comment>thousand millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <comment>microseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a rate per second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
