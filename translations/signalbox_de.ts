<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ApiClient</name>
    <message>
        <location filename="../core/client/api_client.cpp" line="23"/>
        <source>Nothing answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="25"/>
        <source>There is no host named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="28"/>
        <source>%1 took too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="30"/>
        <source>No trusted connection to %1: its certificate was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/api_client.cpp" line="32"/>
        <source>The connection to %1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/api_result.cpp" line="44"/>
        <source>The gateway answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::app::Console</name>
    <message>
        <location filename="../app/console/console.cpp" line="25"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/console.cpp" line="34"/>
        <source>The gateway ended and was started again. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/console.cpp" line="38"/>
        <source>Start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/console.cpp" line="59"/>
        <source>%1 is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::app::GatewayProcess</name>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="46"/>
        <location filename="../app/console/gateway_process.cpp" line="138"/>
        <source>The gateway did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="46"/>
        <source>%1 could not be run: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="116"/>
        <source>The gateway takes long to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="116"/>
        <source>It runs and has not said yet where it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="132"/>
        <source>It was ended by a signal or crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="132"/>
        <source>It ended with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/console/gateway_process.cpp" line="138"/>
        <source>The gateway ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::client::ApiClient</name>
    <message>
        <location filename="../core/client/api_client.cpp" line="163"/>
        <source>The answer could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::client::EventStream</name>
    <message>
        <location filename="../core/client/event_stream.cpp" line="116"/>
        <source>The gateway does not accept the access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/event_stream.cpp" line="119"/>
        <source>The gateway ended the event stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/event_stream.cpp" line="122"/>
        <source>The event stream answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::client::Gateways</name>
    <message>
        <location filename="../core/client/gateways.cpp" line="45"/>
        <source>A new address takes its own access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="67"/>
        <source>Write the address as https://host or https://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="68"/>
        <source>An address holds no user name or password: the token has its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="70"/>
        <source>The address begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/gateways.cpp" line="73"/>
        <source>Without https the token could be read on its way: only addresses of this computer may begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::client::StreamCall</name>
    <message>
        <location filename="../core/client/stream_call.cpp" line="98"/>
        <source>The gateway did not answer: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/stream_call.cpp" line="98"/>
        <source>The answer broke off: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::client::TokenStore</name>
    <message>
        <location filename="../core/client/token_store.cpp" line="92"/>
        <source>The keychain did not keep the token: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/token_store.cpp" line="113"/>
        <source>The folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/client/token_store.cpp" line="115"/>
        <location filename="../core/client/token_store.cpp" line="119"/>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui</name>
    <message>
        <location filename="../ui/overview/targets.cpp" line="41"/>
        <source>%1 of %2</source>
        <comment>calls under way of how many may be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="42"/>
        <source> + %1</source>
        <comment>calls that wait in the queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="50"/>
        <source>%1, %2</source>
        <comment>an error class, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="67"/>
        <source>Open, probed %1</source>
        <comment>in 12 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="68"/>
        <source>Open, next call probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="70"/>
        <source>Half open, probing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="72"/>
        <source>Closed, %1 of %2 failed</source>
        <comment>calls in the breaker&apos;s window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="73"/>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="78"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="82"/>
        <source>%1: a simulated vendor inside the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="85"/>
        <location filename="../ui/overview/targets.cpp" line="107"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="90"/>
        <source>Healthy, degraded, or with its circuit breaker open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="91"/>
        <location filename="../ui/overview/targets.cpp" line="113"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="79"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="91"/>
        <location filename="../ui/overview/targets.cpp" line="113"/>
        <source>Calls per second over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="92"/>
        <location filename="../ui/overview/targets.cpp" line="114"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="92"/>
        <source>Share of calls that failed over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="93"/>
        <source>First token p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="93"/>
        <source>Half of the calls had their first token sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="94"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="81"/>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="94"/>
        <source>19 of 20 calls had their first token sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="95"/>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="95"/>
        <source>Calls under way, of how many may be, and how many wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="96"/>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="96"/>
        <source>Open: no calls are sent until a probe succeeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="97"/>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="103"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="75"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="104"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="105"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="105"/>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="112"/>
        <source>Degraded: one call in ten or more failed for its caller over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="114"/>
        <source>Share of calls that failed for their caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="115"/>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="115"/>
        <source>Share of calls that another target than the first had to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="116"/>
        <source>End to end p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/targets.cpp" line="116"/>
        <source>19 of 20 calls were answered sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="32"/>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="33"/>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="34"/>
        <source>Open</source>
        <comment>circuit breaker: no calls are let through</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="35"/>
        <source>Half open</source>
        <comment>circuit breaker: trying a few calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="36"/>
        <source>Closed</source>
        <comment>circuit breaker: calls are let through</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="37"/>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="38"/>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="39"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="40"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="41"/>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="42"/>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="43"/>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="44"/>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="45"/>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="46"/>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="47"/>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="48"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/status_badge.cpp" line="53"/>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="24"/>
        <source>none</source>
        <comment>a setting that is not there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="35"/>
        <source>variables %1</source>
        <comment>a place in the contract of the variables</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="67"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="70"/>
        <source>%1. %2</source>
        <comment>number of a message, who says it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="69"/>
        <source>%1. %2, was %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/comparison.cpp" line="121"/>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="27"/>
        <source>%1 of %2 passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="28"/>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="29"/>
        <source>could not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="36"/>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="36"/>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="58"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="59"/>
        <location filename="../ui/prompts/test_models.cpp" line="74"/>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="60"/>
        <source>Test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="60"/>
        <source>%1, version %2</source>
        <comment>a test set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="61"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="62"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="64"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="65"/>
        <location filename="../ui/workflows/workflow_list.cpp" line="82"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="73"/>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="75"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="76"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_models.cpp" line="86"/>
        <source>%1 at %2</source>
        <comment>kind of a check, place in the output</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="19"/>
        <location filename="../ui/widgets/effective_policy.cpp" line="27"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="22"/>
        <source>entries: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="28"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="28"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="54"/>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="55"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="56"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/effective_policy.cpp" line="56"/>
        <source>The module that says so; later modules override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="35"/>
        <source>%1 of %2</source>
        <comment>the live version, and the newest one</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="40"/>
        <source>%1 % to version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="70"/>
        <source>Of the last 24 hours: healthy from 99 % success on, degraded from 95 %, else failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="76"/>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="77"/>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="77"/>
        <source>Changed %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="78"/>
        <source>The version that serves (production), and the newest one where that is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="79"/>
        <source>In the last 24 hours, without trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="80"/>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="80"/>
        <source>Calls of the last 24 hours whose task was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="81"/>
        <source>19 of 20 calls were answered within this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="82"/>
        <source>Of the last 24 hours, in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="83"/>
        <source>Rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="83"/>
        <source>A newer version that gets a share of the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="84"/>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_list.cpp" line="85"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AboutPage</name>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="17"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="17"/>
        <source>Signalbox: gateway and operations console for AI in production.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="35"/>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="36"/>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="37"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="38"/>
        <source>Running since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="39"/>
        <source>Data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="40"/>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="41"/>
        <source>Its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="42"/>
        <source>Runs recorded since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="43"/>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="44"/>
        <source>Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="45"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/about_page.cpp" line="45"/>
        <source>GNU General Public License, version 3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AppearancePage</name>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="15"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="15"/>
        <source>How the console looks on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="19"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="20"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="21"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="22"/>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="25"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="50"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/appearance_page.cpp" line="51"/>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CaseForm</name>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="24"/>
        <location filename="../ui/prompts/case_form.cpp" line="47"/>
        <source>Judge prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="24"/>
        <source>Add the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="27"/>
        <location filename="../ui/prompts/case_form.cpp" line="70"/>
        <source>Test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="28"/>
        <source>Name of the new test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="30"/>
        <source>Name of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="32"/>
        <source>late parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="33"/>
        <source>Input of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="34"/>
        <source>Expected value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="36"/>
        <location filename="../ui/prompts/case_form.cpp" line="73"/>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="38"/>
        <source>What is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="40"/>
        <source>The output contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="41"/>
        <source>The output is exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="42"/>
        <source>The output keeps the JSON Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="43"/>
        <source>A number near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="44"/>
        <source>A judge prompt says that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="45"/>
        <source>Where in the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="46"/>
        <source>whole output, or a place such as /label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="48"/>
        <source>name or name@label; answers {&quot;pass&quot;: true}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="58"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="71"/>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="72"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="74"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="89"/>
        <source>A new test case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="111"/>
        <source>New test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="129"/>
        <source>what the judge should find, in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="129"/>
        <source>42 ± 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="129"/>
        <source>words that should be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="164"/>
        <source>The test set could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="174"/>
        <source>Add the case “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/case_form.cpp" line="177"/>
        <source>The case was not added.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CommandPalette</name>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="98"/>
        <source>Nothing is called that. A run is found by its id, run_…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="101"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="104"/>
        <source>Where to, or what to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="105"/>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="107"/>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionsPage</name>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="19"/>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="19"/>
        <source>Which gateway this console shows: the one it starts on this computer, or a team&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="20"/>
        <source>Show this gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="20"/>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="21"/>
        <location filename="../ui/settings/connections_page.cpp" line="140"/>
        <source>Add gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="24"/>
        <source>Gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="46"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="46"/>
        <source>What you call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="47"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="48"/>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="48"/>
        <location filename="../ui/settings/connections_page.cpp" line="144"/>
        <source>From the gateway&apos;s administrator; begins with sbt_</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="62"/>
        <source>New gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="63"/>
        <source>Empties the form for another gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="102"/>
        <source>Tokens are kept in this desktop&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="103"/>
        <source>This machine has no keychain that works, so tokens are kept in the file %1, which only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="114"/>
        <source>%1 · %2 · shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="122"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="122"/>
        <source>started by this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="139"/>
        <source>Change %1</source>
        <comment>a gateway</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="139"/>
        <source>Add a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="140"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="144"/>
        <source>Leave it empty to keep the one there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="152"/>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="155"/>
        <source>A gateway takes an access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="167"/>
        <source>%1 is saved.</source>
        <comment>a gateway</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/connections_page.cpp" line="180"/>
        <source>%1 and its token are forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ContractView</name>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="20"/>
        <source>each element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="20"/>
        <source>any other member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="20"/>
        <source>the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="40"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="41"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="42"/>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="42"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="42"/>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="43"/>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="44"/>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/contract_view.cpp" line="93"/>
        <source>%1: %2</source>
        <comment>Input: a customer&apos;s message</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CopyLine</name>
    <message>
        <location filename="../ui/widgets/copy_line.cpp" line="29"/>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/copy_line.cpp" line="30"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CredentialsPage</name>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="32"/>
        <location filename="../ui/settings/credentials_page.cpp" line="37"/>
        <source>Application keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="32"/>
        <location filename="../ui/settings/credentials_page.cpp" line="37"/>
        <source>Access tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="33"/>
        <source>What your applications show the gateway. One for each application, so that its runs can be told apart and it can be revoked alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="34"/>
        <source>What people, consoles and scripts show the gateway&apos;s control plane. A role may do what the ones before it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="38"/>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="38"/>
        <source>Create token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="39"/>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="39"/>
        <source>new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="39"/>
        <source>new token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="42"/>
        <source>web-shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="42"/>
        <source>kim&apos;s console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="47"/>
        <source>Viewer: sees everything but payloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="47"/>
        <source>Reviewer: also payloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="48"/>
        <source>Engineer: also new versions of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="48"/>
        <source>Operator: also puts them in force, providers, breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="49"/>
        <source>Administrator: everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="52"/>
        <location filename="../ui/settings/credentials_page.cpp" line="116"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="52"/>
        <source>The application that will use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="52"/>
        <source>Who or what will use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="53"/>
        <location filename="../ui/settings/credentials_page.cpp" line="122"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="71"/>
        <source>This key is shown this once. Copy it now: the gateway keeps only a hash of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="72"/>
        <source>This token is shown this once. Copy it now: the gateway keeps only a hash of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="75"/>
        <source>I have copied it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="117"/>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="121"/>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="123"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="125"/>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="125"/>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="149"/>
        <source>Your role does not show these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="151"/>
        <source>The keys could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="151"/>
        <source>The tokens could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="158"/>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="169"/>
        <source>The key was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="169"/>
        <source>The token was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="186"/>
        <source>Revoke “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="187"/>
        <source>Every application that uses it is refused from that moment on; the key cannot be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="188"/>
        <source>Whoever uses it is signed out at once; the token cannot be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="189"/>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="195"/>
        <source>“%1” was not revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/credentials_page.cpp" line="198"/>
        <source>“%1” is revoked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataTable</name>
    <message>
        <location filename="../ui/widgets/data_table.cpp" line="158"/>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/data_table.cpp" line="167"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DetailPane</name>
    <message>
        <location filename="../ui/widgets/detail_pane.cpp" line="21"/>
        <location filename="../ui/widgets/detail_pane.cpp" line="22"/>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/detail_pane.cpp" line="43"/>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffPage</name>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="44"/>
        <source>Swap the two sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="45"/>
        <source>Hide changes of blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="45"/>
        <source>Put parts in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="45"/>
        <source>Unchanged lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="46"/>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="46"/>
        <source>Previous change (Shift+F7, P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="47"/>
        <source>Next change (F7, N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="90"/>
        <source>What was said in that run could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="101"/>
        <source>Before: the left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="103"/>
        <source>After: the right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="109"/>
        <source>One under the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="114"/>
        <source>Removed lines above added ones, instead of side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="115"/>
        <source>Lines that differ only in blanks count as equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="117"/>
        <source>Shows the text of {{&gt; parts}} where they stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="119"/>
        <source>Opens everything that is folded (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="121"/>
        <source>Compare the templates, or what would be sent for the input of a real run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="148"/>
        <source>Settings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="156"/>
        <source>What else differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="182"/>
        <source>the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="190"/>
        <source>Draft, as in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="250"/>
        <source>The two versions could not be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="262"/>
        <source>%1: %2 → %3</source>
        <comment>a setting, before, after</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="279"/>
        <source>That input does not go into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="302"/>
        <source>The draft has served nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="305"/>
        <source>%1: %2</source>
        <comment>a version, what it did</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="310"/>
        <source>Against the live version: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="310"/>
        <source>Against the live version: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="318"/>
        <source>%1 → %2 tokens (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="319"/>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="322"/>
        <source>input of a call about %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="323"/>
        <source>input of a call about %1 → %2 on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="339"/>
        <source>Nothing depends on this prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="339"/>
        <source>Used by %1</source>
        <comment>a list of documents</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="340"/>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>%1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/diff_page.cpp" line="344"/>
        <source>%1 of %2</source>
        <comment>a change of many</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffView</name>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="58"/>
        <source>Nothing to compare yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="76"/>
        <source>− %1    + %2</source>
        <comment>the two sides of a comparison</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="98"/>
        <source>%1 (new)</source>
        <comment>a message that only the newer version has</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="99"/>
        <source>%1 (removed)</source>
        <comment>a message that only the older version has</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_paint.cpp" line="107"/>
        <source>⋯  %1 unchanged lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="21"/>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="38"/>
        <source>Comparison of %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="82"/>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="83"/>
        <source>%1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="84"/>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="85"/>
        <source>%1 moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="86"/>
        <source>The texts are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="86"/>
        <source>lines: %1</source>
        <comment>changed, added, removed, moved</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="144"/>
        <source>Change %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="224"/>
        <source>Click to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="229"/>
        <source>Moved to line %1 of the other side. Click here to go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/diff_view.cpp" line="229"/>
        <source>Moved from line %1 of the other side. Click here to go there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DocumentDetail</name>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="28"/>
        <source>Make this version live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="30"/>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="31"/>
        <location filename="../ui/routes/document_detail.cpp" line="42"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="32"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="42"/>
        <source>Edit (unsaved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="49"/>
        <source>The live version of %1 is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="49"/>
        <source>Version %1 is saved; it goes live when you ask for it and another person approves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="50"/>
        <source>Request approval…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="109"/>
        <source>New: %1</source>
        <comment>kind of document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="110"/>
        <source>Give it a name of its own in the second line, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="142"/>
        <source>The versions of %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="150"/>
        <source>%1 · version %2 is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="150"/>
        <source>%1 · version %2 is live, %3 is the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="163"/>
        <source>The live version was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_detail.cpp" line="170"/>
        <source>%1: version %2 is live instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DocumentEditor</name>
    <message>
        <location filename="../ui/widgets/document_editor.cpp" line="17"/>
        <source>Document as YAML</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EditorPage</name>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="50"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="50"/>
        <source>Save version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="50"/>
        <source>Save and make live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="53"/>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="55"/>
        <location filename="../ui/versions/editor_page.cpp" line="57"/>
        <source>Why this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="200"/>
        <source>The edits are discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="156"/>
        <source>The text of %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="56"/>
        <source>Kept with the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="170"/>
        <source>These are edits that were not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="225"/>
        <source>This is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="260"/>
        <source>The version was not saved; your text is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="274"/>
        <source>Not saved: version %1 was saved meanwhile by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="275"/>
        <source>Your text is as it was. Look at theirs, take over what you want, then save on top of version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="276"/>
        <source>Look at the versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="302"/>
        <location filename="../ui/versions/editor_page.cpp" line="317"/>
        <source>%1, version %2, is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="302"/>
        <source>%1, version %2, is saved; it is not live yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/editor_page.cpp" line="314"/>
        <source>Version %1 is saved, but it was not made live.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ExplanationPage</name>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="23"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="24"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="25"/>
        <source>Would serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="25"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="31"/>
        <source>A target is drawn by weight; the others follow by weight when it cannot serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="32"/>
        <source>The target that costs least for the call serves; the next one when it cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="33"/>
        <source>The target that was fastest to its first token lately serves; the next one when it cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="34"/>
        <source>The first target serves; the next one when it cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="48"/>
        <location filename="../ui/routes/explanation_page.cpp" line="49"/>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="49"/>
        <location filename="../ui/routes/explanation_page.cpp" line="50"/>
        <source>Effective policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="105"/>
        <source>A simulated vendor inside the gateway: no call leaves this machine. Models: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="106"/>
        <source>Calls go to %1 by the protocol &apos;%2&apos;. Models: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="106"/>
        <source>the vendor&apos;s usual address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/explanation_page.cpp" line="111"/>
        <source>Laid over &apos;default&apos;. Each value below says which module it came from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FirstCall</name>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="13"/>
        <source>curl line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="14"/>
        <source>Python lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="21"/>
        <source>No call yet. Make the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="24"/>
        <source>From a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="26"/>
        <source>From Python, with the official OpenAI SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="34"/>
        <source>The gateway answers here. A simulated vendor is behind the route “starter”, so this costs nothing; the key is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/first_call.cpp" line="35"/>
        <source>The gateway answers here. Ask its operator for an application key, or make one under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HelpViewer</name>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="30"/>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="32"/>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="34"/>
        <source>Close the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/help_viewer.cpp" line="35"/>
        <source>Close the help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::InputForm</name>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="47"/>
        <source>Input as a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="91"/>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="93"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="93"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="93"/>
        <source>nothing (null)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="113"/>
        <source>One in each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="116"/>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/input_form.cpp" line="127"/>
        <source>%1 (optional)</source>
        <comment>a member of the input</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::JsonField</name>
    <message>
        <location filename="../ui/widgets/json_field.cpp" line="49"/>
        <source>Line %1 is no JSON: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/json_field.cpp" line="49"/>
        <source>there is more than one value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KeysSheet</name>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="17"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="25"/>
        <source>Go anywhere, do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="26"/>
        <source>First panel, and so on to Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="27"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="28"/>
        <source>Read everything anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="29"/>
        <source>Copy the chosen rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="30"/>
        <source>Fold the panel list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="31"/>
        <source>Help for this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="32"/>
        <source>These keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="33"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_sheet.cpp" line="46"/>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="85"/>
        <source>Signalbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="171"/>
        <source>%1 – Signalbox</source>
        <comment>a panel&apos;s title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="185"/>
        <source>There is nothing at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="265"/>
        <source>“%1” does not accept the access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="266"/>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="269"/>
        <source>No connection to “%1” since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="270"/>
        <source>What you see is from then. Signalbox goes on trying to connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="271"/>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="288"/>
        <source>Go to %1</source>
        <comment>a panel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="304"/>
        <source>Show: %1</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="304"/>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="311"/>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="311"/>
        <location filename="../ui/shell/main_window.cpp" line="312"/>
        <location filename="../ui/shell/main_window.cpp" line="313"/>
        <location filename="../ui/shell/main_window.cpp" line="314"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="312"/>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="313"/>
        <source>High contrast theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="314"/>
        <source>Theme as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="315"/>
        <source>Read everything anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="316"/>
        <source>Help for this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="320"/>
        <source>Show the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="321"/>
        <source>Fold the panel list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="329"/>
        <source>Open the run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="329"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="331"/>
        <source>Open %1</source>
        <comment>a link</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="331"/>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageBar</name>
    <message>
        <location filename="../ui/widgets/message_bar.cpp" line="43"/>
        <location filename="../ui/widgets/message_bar.cpp" line="55"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/message_bar.cpp" line="51"/>
        <location filename="../ui/widgets/message_bar.cpp" line="52"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/message_bar.cpp" line="127"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/label_move.cpp" line="25"/>
        <source>It could not be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MessageCard</name>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="18"/>
        <source>Move the message up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="19"/>
        <source>Move the message down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="19"/>
        <source>Remove the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="22"/>
        <source>Who says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="26"/>
        <source>Estimated from the length; vendors count differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="44"/>
        <location filename="../ui/prompts/message_card.cpp" line="54"/>
        <source>Text of the %1 message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="58"/>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="59"/>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="60"/>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/message_card.cpp" line="87"/>
        <source>about %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MetricsPanel</name>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="49"/>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="49"/>
        <source>All calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="50"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="51"/>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="51"/>
        <source>Task success: the contract was kept and nothing failed, over all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="52"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="283"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="52"/>
        <source>Failed calls over all that their callers did not leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="53"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="283"/>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="53"/>
        <source>Calls that needed another target than the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="54"/>
        <source>First token p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="54"/>
        <source>Half of the streamed calls began faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="55"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="57"/>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="55"/>
        <source>First token: 95 of 100 streamed calls began faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="56"/>
        <source>Total p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="56"/>
        <source>Half of the calls that succeeded were faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="57"/>
        <source>Total: 95 of 100 calls that succeeded were faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="58"/>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="59"/>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="60"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="284"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="60"/>
        <source>All money spent, failed attempts and retries included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="61"/>
        <source>Per success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="61"/>
        <source>Cost per successful task: all money spent over the calls that succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="91"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="169"/>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="91"/>
        <source>Quality, latency and cost, each on its own axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="98"/>
        <source>No calls in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="98"/>
        <source>Charts of latency, outcomes and cost appear here with the first call. Look at a longer time at the top, or make a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="99"/>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="102"/>
        <source>Table by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="103"/>
        <source>Group the table by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="104"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="105"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="112"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="106"/>
        <location filename="../ui/metrics/metrics_panel.cpp" line="112"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="107"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="108"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="109"/>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="112"/>
        <source>provider/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="125"/>
        <source>First token (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="126"/>
        <source>End to end (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="127"/>
        <source>Calls per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="128"/>
        <source>Errors and fallbacks (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="129"/>
        <source>Cost per hour ($)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="130"/>
        <source>Tokens per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="141"/>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="154"/>
        <source>Totals of this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="164"/>
        <source>Charts and totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="169"/>
        <source>Quality, latency and cost, each on its own axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="235"/>
        <source>The metrics could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="236"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="282"/>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="285"/>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="285"/>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="291"/>
        <source>Export the totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="291"/>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="308"/>
        <source>The file was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="310"/>
        <source>The totals are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="324"/>
        <source>Move the crosshair of a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/metrics/metrics_panel.cpp" line="324"/>
        <source>Copy the chosen totals as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ModelsTable</name>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="23"/>
        <source>Models of this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>In $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Cached $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="24"/>
        <source>Out $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="27"/>
        <source>Tokens of the longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="28"/>
        <source>As the vendor calls it; callers say provider/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="29"/>
        <source>chat, stream, tools, json_schema, vision, embeddings: with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="30"/>
        <source>USD per million tokens; empty: not known, counted as nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="40"/>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/models_table.cpp" line="42"/>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NavigationRail</name>
    <message numerus="yes">
        <location filename="../ui/shell/navigation_rail.cpp" line="32"/>
        <source>%1, %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="106"/>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="128"/>
        <source>Operate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="129"/>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="130"/>
        <source>Govern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="134"/>
        <source>Fold the panel list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="135"/>
        <source>Fold or unfold (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/navigation_rail.cpp" line="146"/>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OpenDocument</name>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="62"/>
        <source>The versions of %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="165"/>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="165"/>
        <source>version %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/open_document.cpp" line="182"/>
        <source>Version %1 of %2 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPanel</name>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="27"/>
        <location filename="../ui/overview/overview_panel.cpp" line="62"/>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="27"/>
        <source>Each target&apos;s health and the traffic of this minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="33"/>
        <location filename="../ui/overview/overview_panel.cpp" line="51"/>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="34"/>
        <location filename="../ui/overview/overview_panel.cpp" line="54"/>
        <source>Workflows and routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="62"/>
        <source>Each target&apos;s health and the traffic of this minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="117"/>
        <source>The overview could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="118"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="172"/>
        <source>The circuit breaker was not reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="175"/>
        <source>Calls go to %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="203"/>
        <source>Health of %1</source>
        <comment>a target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/overview_panel.cpp" line="211"/>
        <source>Runs of the chosen target, workflow or route</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ParametersForm</name>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="25"/>
        <source>as the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="35"/>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="35"/>
        <source>0 to 2: how much chance there is in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="36"/>
        <source>Top p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="36"/>
        <source>0 to 1: only the likeliest words that together have this share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="37"/>
        <source>Most tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="37"/>
        <source>Where the answer is cut off (max_tokens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="38"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="38"/>
        <source>The same seed tries to give the same answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="39"/>
        <source>Stop at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="39"/>
        <source>Text that ends the answer; several are parted by |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="40"/>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="40"/>
        <source>low, medium, high: for models that think first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="41"/>
        <source>Presence penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="41"/>
        <source>-2 to 2: away from words that were there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="42"/>
        <source>Frequency penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/parameters_form.cpp" line="42"/>
        <source>-2 to 2: away from words the more often they were there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicyPage</name>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="24"/>
        <source>An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets the output below, marked as degraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="25"/>
        <source>An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets an error, and the call is kept to be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="26"/>
        <source>An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="27"/>
        <source>Instead of an output that breaks its contract the caller gets the output below, marked as degraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="28"/>
        <source>When an output breaks its contract, the caller gets an error, and the call is kept to be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="29"/>
        <source>When an output breaks its contract, the caller gets an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="34"/>
        <source>When no target answers, the caller gets the output below, marked as degraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="35"/>
        <source>When no target answers, the caller gets an error, and the call is kept to be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="36"/>
        <source>When no target answers, the caller gets an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="43"/>
        <source>What the caller gets then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="43"/>
        <source>The degraded output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="46"/>
        <source>Routing, escalation and policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="57"/>
        <source>Effective policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="61"/>
        <source>Which target serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="62"/>
        <source>Which answers are flagged or blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="63"/>
        <source>When something goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="66"/>
        <source>Effective policy, and which module says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="78"/>
        <source>The route names no target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="87"/>
        <source>Blocked: %1</source>
        <comment>what an answer is blocked for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="87"/>
        <source>Flagged: %1</source>
        <comment>what an answer is flagged for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/policy_page.cpp" line="90"/>
        <source>No rule: every answer that keeps its contract goes to the caller.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromoteSheet</name>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="29"/>
        <source>Go to the tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="29"/>
        <source>All calls at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="30"/>
        <source>In stages, and back by itself when it does worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="49"/>
        <location filename="../ui/versions/promote_sheet.cpp" line="89"/>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="51"/>
        <source>a label, such as staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="63"/>
        <source>Stages in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="66"/>
        <source>How it goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="67"/>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="68"/>
        <source>by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="69"/>
        <source>Calls before it is judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="72"/>
        <location filename="../ui/versions/promote_sheet.cpp" line="200"/>
        <source>Why (kept with the move)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="73"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="78"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="80"/>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="99"/>
        <source>%, onward</source>
        <comment>stages of a rollout, then: by hand or by itself</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="101"/>
        <source>judged from</source>
        <comment>that many calls on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="103"/>
        <source>calls on</source>
        <comment>judged from N calls on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="141"/>
        <source>Reading the tests…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="175"/>
        <source>Roll %1 back to version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="175"/>
        <source>Promote version %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="176"/>
        <source>Choose the label that moves to version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="177"/>
        <source>%1 is at version %2 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="178"/>
        <source>%1 is a new label, at version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="179"/>
        <source>%1 moves from version %2 to version %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="187"/>
        <source>It changes what callers of %1 get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="188"/>
        <source>Nothing that is registered uses %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="188"/>
        <source>It changes what these do: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="196"/>
        <location filename="../ui/versions/promote_sheet.cpp" line="262"/>
        <source>%1 is protected: another person has to approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="197"/>
        <source>Operators move %1: ask one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="198"/>
        <source>Request approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="198"/>
        <source>Start the rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="198"/>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="198"/>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="200"/>
        <source>What the approver should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="225"/>
        <source>%1: %2 of %3 passed, %4</source>
        <comment>test set, counts, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="228"/>
        <source>No test has been run against version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="228"/>
        <source>Tests passed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="228"/>
        <source>Tests failed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="262"/>
        <source>Nothing was moved. Request the approval instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="265"/>
        <source>Nothing was moved: somebody else moved %1 meanwhile. Look at it as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="265"/>
        <source>%1 was not moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="270"/>
        <source>%1: %2 is at version %3 instead of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="270"/>
        <source>%1: %2 is at version %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="273"/>
        <source>It could not be undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="287"/>
        <source>Stages are rising percentages, such as 5, 25, 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="308"/>
        <source>The rollout was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="312"/>
        <source>Version %1 gets %2 % of the calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="325"/>
        <source>The approval was not requested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="329"/>
        <source>The approval is requested. Nothing moves until another person agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/promote_sheet.cpp" line="349"/>
        <source>Specification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptEditor</name>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="24"/>
        <source>Add a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="25"/>
        <source>Write one from what the text uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="27"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="27"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="163"/>
        <source>Save version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="57"/>
        <source>support-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="58"/>
        <location filename="../ui/prompts/prompt_editor.cpp" line="61"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="60"/>
        <source>Lower-case letters, digits, - _ and . ; at most 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="71"/>
        <source>Text of the part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="78"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="131"/>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="81"/>
        <source>Contract of the variables, as JSON Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="82"/>
        <source>No contract: every variable that the text uses is required, of any type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="91"/>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="95"/>
        <location filename="../ui/prompts/prompt_editor.cpp" line="96"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="97"/>
        <source>What it is for, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="105"/>
        <source>The prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="137"/>
        <source>Why this change (kept with the version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="138"/>
        <source>Why this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="143"/>
        <source>Ctrl+S. It does not go live by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="145"/>
        <source>Estimated from the length, without the variables; vendors count differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="190"/>
        <source>Version %1 was saved meanwhile by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="191"/>
        <source>Your edits began from version %1 and are kept. Compare, take over what you want; then save on top of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="192"/>
        <location filename="../ui/prompts/prompt_editor.cpp" line="216"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="240"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="213"/>
        <source>These are your edits from before, which were not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="214"/>
        <source>They began from version %1, the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="215"/>
        <source>They began from version %1; the newest is %2 now. Compare before you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor.cpp" line="229"/>
        <source>This is the new prompt that you began before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="74"/>
        <source>The message is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="123"/>
        <source>Message %1</source>
        <comment>of a prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="126"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="131"/>
        <source>Variables %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="135"/>
        <source>, line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="136"/>
        <source>%1: %2</source>
        <comment>where, what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="138"/>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="175"/>
        <source>Variables: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="144"/>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="145"/>
        <source>This is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="163"/>
        <source>Save on top of version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="168"/>
        <source>about %1 tokens without variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="169"/>
        <source>about %1 tokens without variables (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="171"/>
        <source>The text uses no variables. {{name}} puts one in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="171"/>
        <source>The text uses: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="189"/>
        <source>The edits are discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="210"/>
        <source>The version was not saved; your text is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="217"/>
        <source>%1, version %2, is saved and live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="217"/>
        <source>%1, version %2, is saved; it is not live yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="233"/>
        <source>Not saved: somebody else saved a version meanwhile. Your text is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="238"/>
        <source>Not saved: version %1 was saved meanwhile by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_editor_work.cpp" line="239"/>
        <source>Your text is as it was. Compare it, take over what you want, then save on top of version %1: nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptListModel</name>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="146"/>
        <source>of %1</source>
        <comment>live version, of so many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="154"/>
        <source>No version has the label production: nothing serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="155"/>
        <source>Version %1 is live and the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="155"/>
        <source>Version %1 is live; version %2 is the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="157"/>
        <source>%1 calls in the last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="158"/>
        <source>Share of the calls of the last 24 hours that succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="177"/>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="178"/>
        <source>%1 waiting</source>
        <comment>changes for approval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="179"/>
        <source>rollout %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="189"/>
        <source>The version that serves (label production), and the newest one where that is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="190"/>
        <source>Of the last 24 hours, without trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="195"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="196"/>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="197"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="198"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompt_list_model.cpp" line="199"/>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptsPanel</name>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="42"/>
        <location filename="../ui/prompts/prompts_panel.cpp" line="47"/>
        <location filename="../ui/prompts/prompts_panel.cpp" line="48"/>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="42"/>
        <source>What models are told: write, try, compare, promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="47"/>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="49"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="320"/>
        <source>Compare with live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="49"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="321"/>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="47"/>
        <source>What models are told: write, try, compare, promote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="47"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="73"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="149"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="336"/>
        <source>New prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="55"/>
        <source>Prompt with messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="56"/>
        <source>Part for other prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="91"/>
        <source>Name or words of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="91"/>
        <source>Find prompts by name or by their text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="94"/>
        <source>Also shows prompts that were taken out of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="130"/>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="132"/>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="134"/>
        <source>Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="138"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="139"/>
        <source>More to do with this prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="154"/>
        <source>Hide or show the list (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="155"/>
        <source>Hide the list of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="171"/>
        <location filename="../ui/prompts/prompts_panel.cpp" line="197"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="95"/>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="319"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="172"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="173"/>
        <source>Diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="174"/>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="175"/>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel.cpp" line="197"/>
        <source>Edit (unsaved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="56"/>
        <source>The prompts could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="71"/>
        <source>No prompt matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="71"/>
        <source>No prompts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="72"/>
        <source>The words are looked for in names and in the text of the newest versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="72"/>
        <source>A prompt is what a model is told, kept as versions that can be compared, tested, promoted and rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="154"/>
        <source>archived: out of service, its versions stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="156"/>
        <source>no version is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="156"/>
        <source>version %1 is live and the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="156"/>
        <source>version %1 is live, %2 is the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="158"/>
        <source>%1 is at %2</source>
        <comment>label, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="159"/>
        <source>production moves only with approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="161"/>
        <source>Give it a name, write, save. The first version goes live by being saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="166"/>
        <source>Roll back to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="166"/>
        <source>Promote %1…</source>
        <comment>a version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="175"/>
        <source>Set a label at version %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="180"/>
        <source>Roll back: version %1 becomes live again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="181"/>
        <source>Compare with the version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="185"/>
        <source>Copy a link to version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="187"/>
        <source>The link is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="191"/>
        <source>Take back into service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="191"/>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="227"/>
        <source>%1 was not rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="230"/>
        <source>%1: version %2 is live again, instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="239"/>
        <source>%1 was not archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="239"/>
        <source>%1 was not taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="246"/>
        <source>%1 is archived; its versions stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="252"/>
        <source>%1 is in service again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="318"/>
        <source>Save as a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="322"/>
        <source>Run the trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="323"/>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="324"/>
        <source>Next change, in the diff; N too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="325"/>
        <source>Previous change; P too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="326"/>
        <source>Open what is folded, in the diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="327"/>
        <source>Hide or show the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="328"/>
        <source>First tab, and so on to Alt+5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="329"/>
        <source>Close the sheet of a promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="337"/>
        <source>New part for other prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="342"/>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="343"/>
        <source>Versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="344"/>
        <source>Tests of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="345"/>
        <source>Compare %1 with live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="347"/>
        <source>Try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="348"/>
        <source>Promote version %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/prompts_panel_work.cpp" line="349"/>
        <source>Roll %1 back to version %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProviderForm</name>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="23"/>
        <source>Save provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="23"/>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="24"/>
        <source>Discard edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="24"/>
        <source>Speed and faults…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="25"/>
        <source>OpenAI, or a server that speaks its protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="26"/>
        <source>Anthropic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="27"/>
        <source>Sandbox (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="33"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="43"/>
        <source>Asks the vendor for its models with the stored key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="46"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="46"/>
        <source>Callers say name/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="47"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="48"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="49"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="50"/>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="50"/>
        <source>A word that routes may ask for, such as eu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="51"/>
        <source>Calls at once, per model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="51"/>
        <source>More wait in a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="52"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="113"/>
        <source>The provider %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="125"/>
        <source>New provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="164"/>
        <source>Read from the gateway&apos;s environment variable %1. A key written here replaces that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="166"/>
        <source>A key is stored and is not shown again. Write one to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="168"/>
        <source>The stored key belongs to %1: another address takes its key anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="170"/>
        <source>Sent once, stored encrypted, never shown again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="171"/>
        <source>Sent once, stored encrypted for %1 alone, never shown again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="203"/>
        <source>Give it a name: small letters, digits and dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="208"/>
        <source>A provider has at least one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="214"/>
        <source>Write the address as https://host or https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="220"/>
        <source>The stored key belongs to another address. Write the key for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="238"/>
        <source>The key was not stored, and the provider not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="244"/>
        <source>Added in the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="244"/>
        <source>Changed in the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="273"/>
        <source>Somebody else changed this provider meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="274"/>
        <source>Your edits are still here. Discard them to see the present version, then make them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="276"/>
        <source>The provider was not saved: see the marked fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="276"/>
        <source>The provider was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="286"/>
        <source>Asking %1 for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="290"/>
        <source>The check could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="295"/>
        <source>The vendor answers, in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/provider_form.cpp" line="298"/>
        <source>The vendor does not accept the calls of this provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ProvidersPage</name>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="22"/>
        <location filename="../ui/settings/providers_page.cpp" line="23"/>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="22"/>
        <source>The vendors behind the gateway, their models and prices. Keys are asked for once and kept encrypted by the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="23"/>
        <source>Add provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="25"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="28"/>
        <source>%1 (edited)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="32"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="77"/>
        <source>The chosen provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="94"/>
        <source>%1 is saved and in force.</source>
        <comment>a provider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="119"/>
        <source>The providers could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/providers_page.cpp" line="120"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RecentRunsPage</name>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="34"/>
        <source>trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="35"/>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="36"/>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="47"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="48"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="49"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="49"/>
        <source>Of the workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="50"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="50"/>
        <source>The prompt&apos;s version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="51"/>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="52"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="53"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="53"/>
        <source>The application&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="54"/>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="62"/>
        <source>Also trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="62"/>
        <source>All runs of this workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="63"/>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="68"/>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="68"/>
        <source>Calls of this workflow appear here as they end. “Call it” has the lines to make the first one, “Try it” makes one from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/recent_runs_page.cpp" line="112"/>
        <source>The runs could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RoutesPanel</name>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="25"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="26"/>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="27"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="33"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="34"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="35"/>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="39"/>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="40"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="41"/>
        <source>The version that serves (production), and the newest one where that is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="42"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/document_list.cpp" line="44"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="22"/>
        <location filename="../ui/routes/routes_panel.cpp" line="27"/>
        <source>Routes and policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="22"/>
        <source>What decides which model serves a call, and under which limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="27"/>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="33"/>
        <source>Name or words of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="33"/>
        <source>Find by name, or by words of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="97"/>
        <source>Save a version, in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="97"/>
        <source>Find a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="27"/>
        <source>What decides which model serves a call, and under which limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="29"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="64"/>
        <source>The documents could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/routes/routes_panel.cpp" line="97"/>
        <source>Two blanks, in the editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunChoice</name>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="34"/>
        <source>Recorded input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="71"/>
        <source>Trial, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="71"/>
        <source>Run of version %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="71"/>
        <source>Run, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/run_choice.cpp" line="74"/>
        <source>No run of this prompt has its input on record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunDetail</name>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="45"/>
        <source>The vendor limits how much may be called. Add a second target to the route, or ask the vendor for a higher limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="46"/>
        <source>The vendor does not accept the gateway&apos;s key. Enter it again in Settings, Providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="47"/>
        <source>Add a target with a longer context to the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="48"/>
        <source>The vendor was slower than policy allows. Look at its health in the overview; the limits are in the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="49"/>
        <source>The vendor could not be reached, or failed. Look at its health in the overview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="50"/>
        <source>The caller has to change the request; no other target would answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="51"/>
        <source>The input or the output did not keep the workflow&apos;s contract. Look at what was said, then at the prompt or at the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="52"/>
        <source>A rule of the policy held the answer back. The rules are in the workflow&apos;s policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="53"/>
        <source>The caller names something that is not here. GET /v1/models lists what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="63"/>
        <source>Show what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="64"/>
        <location filename="../ui/runs/run_detail.cpp" line="106"/>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="64"/>
        <location filename="../ui/runs/run_detail.cpp" line="107"/>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="74"/>
        <source>Copy the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="75"/>
        <source>Copy a link that opens this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="84"/>
        <source>Tried from the console or a test set; kept out of the metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="85"/>
        <source>The output kept its contract only after the model was shown what was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="91"/>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="92"/>
        <source>Time, tokens, cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="93"/>
        <source>What decided it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="94"/>
        <source>Who made this output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="98"/>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="111"/>
        <source>Payload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="136"/>
        <source>The run&apos;s attempts could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="155"/>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="156"/>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="157"/>
        <source>Only streamed answers have a first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="158"/>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="160"/>
        <source> (%1 from the vendor&apos;s cache)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="162"/>
        <source> (%1 reasoning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="163"/>
        <source> estimated: the vendor did not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="164"/>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="165"/>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="166"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="175"/>
        <source>Nothing that was said is kept of this run: policy says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="175"/>
        <source>What was said is kept apart from the record. Reading it is noted in the audit history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="175"/>
        <source>What was said is for reviewers to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="184"/>
        <source>Flagged: %1</source>
        <comment>why an output is flagged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="201"/>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="205"/>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="206"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="207"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="208"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="211"/>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="211"/>
        <source>Policy, module %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="214"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="215"/>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="215"/>
        <source>, streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="216"/>
        <source>Finish reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="217"/>
        <source>Caller got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="217"/>
        <source>HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="218"/>
        <source>Caller&apos;s retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="228"/>
        <source>The caller reports success.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="228"/>
        <source>The caller reports that the output was changed by a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="228"/>
        <source>The caller reports failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="230"/>
        <source>Score %1. %2</source>
        <comment>a number, a remark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="238"/>
        <source>The result was sent to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="238"/>
        <source>The result could not be sent to %1; it is not tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="238"/>
        <source>The result is still to be sent to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="245"/>
        <source>%1: HTTP %2</source>
        <comment>a time, a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="259"/>
        <source>The payload could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_detail.cpp" line="268"/>
        <source>Kept until %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunFilterRow</name>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="40"/>
        <source>Run id, model or words of an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="40"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="41"/>
        <source>provider/model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="41"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="41"/>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Prompt, or prompt@7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="42"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="43"/>
        <source>Only flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="45"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="46"/>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="47"/>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="48"/>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="49"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="50"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="51"/>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="52"/>
        <source>Any error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="56"/>
        <location filename="../ui/runs/run_filter_row.cpp" line="57"/>
        <source>Streamed or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="58"/>
        <source>Streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="59"/>
        <source>Not streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="60"/>
        <source>Least duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="61"/>
        <source>Any duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="62"/>
        <source>Over 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="63"/>
        <source>Over 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="64"/>
        <source>Over 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="65"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="66"/>
        <source>Show all runs of this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="70"/>
        <source>Calls or trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="71"/>
        <source>Calls only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="72"/>
        <source>Calls and trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="73"/>
        <source>Trials only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="74"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/run_filter_row.cpp" line="75"/>
        <source>More filters: route, prompt, key, trials, flagged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsModel</name>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="26"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="27"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="28"/>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="28"/>
        <source>The model, route or workflow that the caller named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="29"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="29"/>
        <source>Provider and model that served, or failed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="30"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="31"/>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="31"/>
        <source>Attempts at vendors, retries and fallbacks included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="32"/>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="32"/>
        <source>From the call to the first content; streamed calls only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="33"/>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="33"/>
        <source>From the call to the end of its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="34"/>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="34"/>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="35"/>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="35"/>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="36"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="36"/>
        <source>All attempts together, in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="37"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="37"/>
        <source>The application&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="38"/>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="38"/>
        <source>Trials, outputs that were repaired or flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="60"/>
        <source>Estimated: the vendor did not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="79"/>
        <source>trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="80"/>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_model.cpp" line="81"/>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsPanel</name>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="32"/>
        <location filename="../ui/runs/runs_panel.cpp" line="37"/>
        <location filename="../ui/runs/runs_panel.cpp" line="60"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="32"/>
        <source>Every call on record, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="38"/>
        <source>No runs here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="38"/>
        <location filename="../ui/runs/runs_panel.cpp" line="87"/>
        <source>Every call that an application makes through the gateway appears here as it ends. The overview shows how to make the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="60"/>
        <source>Every call on record, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="80"/>
        <source>The runs could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="81"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="86"/>
        <source>No run matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="86"/>
        <source>No runs in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="87"/>
        <source>Clear a filter, or look at a longer time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="106"/>
        <source>%1 is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/runs/runs_panel.cpp" line="159"/>
        <source>%n new run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="208"/>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="208"/>
        <source>Previous run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="208"/>
        <source>Copy the run&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="209"/>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/runs_panel.cpp" line="209"/>
        <source>Copy the chosen rows as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SandboxPage</name>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="24"/>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="24"/>
        <source>The simulated vendor&apos;s speed and faults, in force the moment they are set: see what your applications do when a vendor fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="25"/>
        <source>Outage: every call fails with 503</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="28"/>
        <source>Simulated vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="48"/>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="49"/>
        <source>First token after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="49"/>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="49"/>
        <source>The median; single calls differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="50"/>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="50"/>
        <source>How much single calls differ: 0 not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="51"/>
        <source>Tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="51"/>
        <source> /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="52"/>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="53"/>
        <source>Server errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="53"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="54"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="55"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="56"/>
        <location filename="../ui/settings/sandbox_page.cpp" line="57"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="53"/>
        <source>Calls that fail with 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="54"/>
        <source>Rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="54"/>
        <source>Calls that fail with 429 and Retry-After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="55"/>
        <source>Stalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="55"/>
        <source>Answers that go silent in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="56"/>
        <source>Cut streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="56"/>
        <source>Streams that end without their terminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="57"/>
        <source>Refusals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="57"/>
        <source>Answers that are a refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="61"/>
        <source>All faults off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="141"/>
        <source>The simulated vendors could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="180"/>
        <source>The settings of the simulated vendor could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="199"/>
        <source>The simulated vendor stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/sandbox_page.cpp" line="205"/>
        <source>%1 plays an outage: every call to it fails.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SaveForm</name>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="35"/>
        <source>Save as template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="38"/>
        <location filename="../ui/templates/save_form.cpp" line="61"/>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="40"/>
        <location filename="../ui/templates/save_form.cpp" line="62"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="42"/>
        <source>As it stands on its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="43"/>
        <location filename="../ui/templates/save_form.cpp" line="63"/>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="44"/>
        <source>One sentence for its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="45"/>
        <location filename="../ui/templates/save_form.cpp" line="64"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="49"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="59"/>
        <source>Save a workflow as a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="60"/>
        <source>The template has the workflow as it is live now, with its prompt, route, policies, runbooks and test sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="100"/>
        <source>The workflows could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/save_form.cpp" line="126"/>
        <source>The template was not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPanel</name>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="22"/>
        <location filename="../ui/settings/settings_panel.cpp" line="50"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="22"/>
        <source>Connections, providers, keys, and the look of the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="29"/>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="35"/>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="36"/>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="37"/>
        <source>Application keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="38"/>
        <source>Access tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="39"/>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="40"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="41"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="50"/>
        <source>Connections, providers, keys, and the look of the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/settings/settings_panel.cpp" line="110"/>
        <source>Settings: %1</source>
        <comment>a section</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SnippetsPage</name>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the line that sets the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the Python lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="13"/>
        <source>the JavaScript lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="14"/>
        <source>the model&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="17"/>
        <source>How to call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="23"/>
        <source>Any program can call this workflow with an application key (Settings, Application keys). The answer keeps the output contract, or it is an error that says what went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="27"/>
        <source>First, once in a shell on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="36"/>
        <source>Shell</source>
        <comment>a command line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/snippets_page.cpp" line="39"/>
        <source>Through an OpenAI SDK, as the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SpanDialog</name>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="17"/>
        <source>Show this span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="18"/>
        <source>Choose a span of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="25"/>
        <location filename="../ui/shell/span_dialog.cpp" line="29"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="26"/>
        <location filename="../ui/shell/span_dialog.cpp" line="30"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="31"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/span_dialog.cpp" line="56"/>
        <source>The span ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StateCards</name>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="75"/>
        <source>%1 approved: %2 is at version %3.</source>
        <comment>who, label, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="76"/>
        <source>%1 rejected the move of %2 to version %3.</source>
        <comment>who, label, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="77"/>
        <source>The request to move %1 to version %2 was withdrawn.</source>
        <comment>label, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="78"/>
        <source>The request to move %1 to version %2 is void: %3.</source>
        <comment>label, version, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="112"/>
        <source>asked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="114"/>
        <source>without a test run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="114"/>
        <source>bound to a test run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="119"/>
        <source>in stages of %1 %</source>
        <comment>a rollout: 5, 25, 100 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="121"/>
        <source>%1 asks to move %2 from version %3 to version %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="121"/>
        <source>%1 asks to set %2 at version %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="126"/>
        <location filename="../ui/versions/state_cards.cpp" line="182"/>
        <source>Look at the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="133"/>
        <source>A note (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="134"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="137"/>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="140"/>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="152"/>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="156"/>
        <source>You asked for it: another person has to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="170"/>
        <location filename="../ui/versions/state_cards.cpp" line="171"/>
        <source>version %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="173"/>
        <source>Version %1 gets %2 % of %3 since %4 (stage %5 of %6); the rest goes to version %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="180"/>
        <source>The candidate against the version that it replaces, since the stage began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="187"/>
        <source>All calls to version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="187"/>
        <source>Go on to %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="189"/>
        <source>Stop: all back to version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="192"/>
        <source>Version %1 is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="192"/>
        <source>Version %1 gets %2 % of the calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="194"/>
        <source>The rollout is stopped: all calls go to version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="206"/>
        <source>Nothing was moved: what was asked for is not what is there now. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="207"/>
        <source>That was not done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="208"/>
        <source>Approved: the label has moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="209"/>
        <source>Rejected: nothing moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="209"/>
        <source>Withdrawn: nothing moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/state_cards.cpp" line="219"/>
        <source>The rollout is as it was: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StoryView</name>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="22"/>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="23"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="24"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="25"/>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="26"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="41"/>
        <source>Show who made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="60"/>
        <source>Which exact versions gave this output, who promoted them, and who approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="84"/>
        <source>It could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="97"/>
        <source>No document decided this run: the caller named a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="106"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="122"/>
        <source>Content hash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="127"/>
        <source>%1 wrote this version on %2.</source>
        <comment>a person, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="130"/>
        <source>No label led to it: the version itself was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="136"/>
        <source>%1 moved %2 from version %3 to it on %4.</source>
        <comment>a person, a label, a version, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="136"/>
        <source>%1 put %2 on it on %3.</source>
        <comment>a person, a label, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/story_view.cpp" line="139"/>
        <source>%1 approved it on %2, asked by %3.</source>
        <comment>a person, a time, another person</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TargetDetail</name>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="20"/>
        <source>Reset breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="29"/>
        <source>Runs of this target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="30"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="33"/>
        <source>Sends calls to this target again at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="45"/>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="70"/>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="71"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="72"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="73"/>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="73"/>
        <source>%1, p95 %2</source>
        <comment>median and 95th percentile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="74"/>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="76"/>
        <source>At most at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="76"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="77"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="83"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="84"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/target_detail.cpp" line="85"/>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplateCard</name>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="19"/>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="20"/>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="51"/>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="52"/>
        <source>runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="52"/>
        <source>test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="52"/>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_card.cpp" line="57"/>
        <source>%1 ×%2</source>
        <comment>a kind of document, how many</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplateEditor</name>
    <message>
        <location filename="../ui/widgets/template_editor.cpp" line="24"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplatePreview</name>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="29"/>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="30"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="31"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="32"/>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="33"/>
        <source>Runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="34"/>
        <source>Test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="35"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="52"/>
        <source>Use this template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="52"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="52"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="53"/>
        <source>Register these documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="60"/>
        <source>As one YAML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="63"/>
        <source>Documents of the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="69"/>
        <source>The document&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="73"/>
        <source>Close the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="74"/>
        <source>Close the preview (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="113"/>
        <source>What will be registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="123"/>
        <source>None: the names below as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="124"/>
        <source>Prefix of the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="129"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="130"/>
        <source>Prefix for the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="138"/>
        <source>This will be registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="179"/>
        <source>The template could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="191"/>
        <location filename="../ui/templates/template_preview.cpp" line="249"/>
        <source>%1 %2</source>
        <comment>kind and name of a document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="250"/>
        <source>There is one of this name. Unless it says the same, nothing is registered: give a prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="257"/>
        <source>A prefix has lower-case letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, and begins with a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="258"/>
        <source>With a prefix, the new documents get names of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="259"/>
        <source>New documents are live at once, on the sandbox: no call leaves this machine until you change the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/template_preview.cpp" line="274"/>
        <source>Nothing was registered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TemplatesPanel</name>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="55"/>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="55"/>
        <source>Starter workflows that work at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Save as template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="62"/>
        <source>No template matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="62"/>
        <source>Nothing has these words in its title, its description or its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="60"/>
        <source>Starter workflows that work at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="68"/>
        <source>A template as one YAML file; it can also be dropped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="70"/>
        <source>Find by title, words or tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="70"/>
        <source>Find a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="77"/>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="92"/>
        <source>“%1” is saved as a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="100"/>
        <source>%1 is ready to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="100"/>
        <source>All its documents are registered. Try it, then put your own provider into its route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="101"/>
        <source>Open the workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="144"/>
        <source>The templates could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="243"/>
        <location filename="../ui/templates/templates_panel.cpp" line="335"/>
        <source>Import a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="243"/>
        <source>Templates (*.yaml *.yml *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="250"/>
        <source>%1 could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="254"/>
        <source>%1 is not a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="254"/>
        <source>A template&apos;s file has at most 1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="263"/>
        <source>%1 was not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="268"/>
        <source>“%1” is among your templates now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="276"/>
        <source>Export the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="276"/>
        <source>Templates (*.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="284"/>
        <source>The template was not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="284"/>
        <source>It has not been read yet; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="287"/>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="296"/>
        <source>“%1” was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="303"/>
        <source>“%1” is deleted. What was registered from it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="311"/>
        <source>Let go to import the template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="334"/>
        <source>Use the template “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="336"/>
        <source>Save a workflow as a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="341"/>
        <source>Next template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="341"/>
        <source>Previous template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="341"/>
        <source>Show what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="342"/>
        <source>Use the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/templates/templates_panel.cpp" line="342"/>
        <source>Close the form, then the preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TestPage</name>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="44"/>
        <source>Run the tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="44"/>
        <location filename="../ui/prompts/test_page.cpp" line="49"/>
        <source>Add a case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="46"/>
        <source>No test set yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="46"/>
        <source>A test set is a list of inputs with what is expected of the outputs. Run it against a version before you promote it. A case can be added here, from a trial, or from a recorded run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="47"/>
        <source>Runs of the tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="48"/>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="51"/>
        <source>Progress of the tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="55"/>
        <source>The chosen case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="87"/>
        <source>The case “%1” is in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="136"/>
        <source>Test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="139"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="188"/>
        <source>%1 (workflow %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="230"/>
        <source>The tests could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="245"/>
        <source>The results could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="270"/>
        <source>%1 against version %2 on %3</source>
        <comment>test set, version, model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="270"/>
        <source>%1 against version %2 in its workflow</source>
        <comment>test set, version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="271"/>
        <source>%1: %2 of %3 done, %4 failed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="272"/>
        <source>%1: all %2 passed, for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="273"/>
        <source>%1: %2 of %3 failed, for %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="291"/>
        <source>The workflow runs as it serves, but with this version of the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/test_page.cpp" line="303"/>
        <source>No test has been run against this prompt yet. Choose a version and run them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TimeRange</name>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="66"/>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="72"/>
        <source>Last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="73"/>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="74"/>
        <source>Last 6 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="75"/>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="76"/>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/time_range.cpp" line="79"/>
        <source>Chosen span</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TimeSeriesChart</name>
    <message>
        <location filename="../ui/charts/time_series_chart.cpp" line="124"/>
        <source>Copy as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/time_series_chart.cpp" line="125"/>
        <source>Copy %1 as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/time_series_chart.cpp" line="179"/>
        <source>Show or hide this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TopBar</name>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="40"/>
        <source>No gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="72"/>
        <source>Top bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="80"/>
        <source>Go anywhere, do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="81"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="82"/>
        <source>Command palette (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="103"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="104"/>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="133"/>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="134"/>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="136"/>
        <source>Draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="137"/>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="138"/>
        <source>Lost at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="139"/>
        <source>Token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="147"/>
        <source>Gateway %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="150"/>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="163"/>
        <source>Signed in as %1, role %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="178"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="183"/>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="186"/>
        <source>Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="199"/>
        <source>Choose a span…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="216"/>
        <source>Time range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="217"/>
        <source>The time that every panel shows; it moves on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="217"/>
        <source>The time that every panel shows; it stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="218"/>
        <source>Switch to light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/top_bar.cpp" line="218"/>
        <source>Switch to dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TotalsStrip</name>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="17"/>
        <source>Totals of the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="18"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="18"/>
        <source>Calls per second over the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="19"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="19"/>
        <source>Share of calls that failed for their caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="20"/>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="20"/>
        <source>Share of calls that another target than the first had to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="21"/>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="21"/>
        <source>Half of the calls had their first token sooner; below, 19 of 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="22"/>
        <source>End to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="22"/>
        <source>Half of the calls were answered sooner; below, 19 of 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="23"/>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="23"/>
        <source>Money per hour at the present rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="40"/>
        <source>%1, the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="49"/>
        <source>%1 in flight</source>
        <comment>calls under way</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="53"/>
        <location filename="../ui/overview/totals_strip.cpp" line="57"/>
        <source>of all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="58"/>
        <source>p95 %1</source>
        <comment>95th percentile of a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/overview/totals_strip.cpp" line="66"/>
        <source>per hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrialCell</name>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="27"/>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="29"/>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="31"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="40"/>
        <source>Open the run of this trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="41"/>
        <source>Add this input as a test case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="44"/>
        <source>Trial of %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="49"/>
        <source>Answer of %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="119"/>
        <source>The model failed in the middle of its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="140"/>
        <source>The answer broke off before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="180"/>
        <source>first token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="181"/>
        <source>total %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="182"/>
        <source>%1 → %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/trial_cell.cpp" line="184"/>
        <source>by %1</source>
        <comment>a target of a route</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrialPage</name>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="39"/>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="41"/>
        <source>Which version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="44"/>
        <source>From a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="45"/>
        <source>Take the input of a recorded run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="50"/>
        <source>The contract&apos;s own example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="54"/>
        <source>Input as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="60"/>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="69"/>
        <source>What the trial gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="106"/>
        <source>Running since %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="126"/>
        <source>The output appears here. A trial is recorded as one and kept out of the metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="142"/>
        <source>The live version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="148"/>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="148"/>
        <source>Version %1 (%2)</source>
        <comment>a version with its labels</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="170"/>
        <source>Reading the recent runs …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="183"/>
        <source>%1, %2, %3</source>
        <comment>a run: when, how it ended, who called</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="186"/>
        <source>The runs could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="186"/>
        <source>No recent run has kept its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="194"/>
        <source>The input of %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="206"/>
        <source>The request of %1 has no input that could be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="219"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="225"/>
        <source>The input is no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="225"/>
        <source>Look for a missing quote, comma or bracket; texts stand in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="268"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="268"/>
        <source>Run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="269"/>
        <source>Stop waiting for it (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="269"/>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_page.cpp" line="274"/>
        <source>Running …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrialResult</name>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="39"/>
        <source>Kept out of the metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="42"/>
        <source>The output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="43"/>
        <location filename="../ui/workflows/trial_result.cpp" line="44"/>
        <source>Copy the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="65"/>
        <source>The output appears here. A trial is recorded as one and kept out of the metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="84"/>
        <source>The output keeps its contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="86"/>
        <location filename="../ui/workflows/trial_result.cpp" line="106"/>
        <location filename="../ui/workflows/trial_result.cpp" line="120"/>
        <source>took</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="87"/>
        <location filename="../ui/workflows/trial_result.cpp" line="121"/>
        <source>cost</source>
        <comment>money</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="88"/>
        <location filename="../ui/workflows/trial_result.cpp" line="107"/>
        <location filename="../ui/workflows/trial_result.cpp" line="124"/>
        <source>Open the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="122"/>
        <source>tokens in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="122"/>
        <source>%1 / %2</source>
        <comment>tokens in, tokens out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="123"/>
        <source>served by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="128"/>
        <source>No model&apos;s output was served: this is the output that the workflow declares for that case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="129"/>
        <source>The output keeps its contract, after the model was shown what was wrong with its first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/trial_result.cpp" line="131"/>
        <source>Flagged: %1</source>
        <comment>why an answer is flagged</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TryPage</name>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="53"/>
        <source>Typed in below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <location filename="../ui/prompts/try_page.cpp" line="136"/>
        <source>Models and routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <location filename="../ui/prompts/try_page.cpp" line="138"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <location filename="../ui/prompts/try_page.cpp" line="363"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="54"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="55"/>
        <location filename="../ui/prompts/try_page.cpp" line="365"/>
        <source>Trials are real calls and cost what they cost. They are not counted in metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="56"/>
        <source>Nothing tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="56"/>
        <source>Fill in the variables or take them from a recorded run, choose models and versions, and press Ctrl+Enter. The answers stream side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="67"/>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="107"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="118"/>
        <source>What to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="125"/>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="148"/>
        <source>What was said in that run could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="177"/>
        <source>Draft, as in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="204"/>
        <source>The model itself, without a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="282"/>
        <source>The input is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="299"/>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="309"/>
        <source>Only the first %1 trials were started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="309"/>
        <source>Choose fewer models or versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="363"/>
        <source>Run %1 trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="365"/>
        <source>Choose a model or a route, and a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/try_page.cpp" line="365"/>
        <source>Trials are run by engineers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VariablesForm</name>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="72"/>
        <source>This prompt has no variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="80"/>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="87"/>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="92"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="97"/>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="97"/>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="109"/>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="173"/>
        <source>%1 should be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="174"/>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/variables_form.cpp" line="175"/>
        <source>%1 should be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VersionList</name>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="36"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="37"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="38"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="39"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="40"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="48"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/version_list.cpp" line="54"/>
        <source>The chosen version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VersionPage</name>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="42"/>
        <source>No reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="44"/>
        <source>%1 · %2</source>
        <comment>author, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="56"/>
        <source>▲ higher than with the version before, and not by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="56"/>
        <source>▼ lower than with the version before, and not by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="64"/>
        <source>Cost of a call that succeeded, failures paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="72"/>
        <source>p50 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="74"/>
        <source>End to end: 19 of 20 calls were faster; below it the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="83"/>
        <source>The share that succeeded, and where the true share lies 19 times out of 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="89"/>
        <source>is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="94"/>
        <source>Success against the live version; so great a difference would come by chance in %1 of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="101"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="102"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="102"/>
        <source>Why, by whom and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="103"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="104"/>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="105"/>
        <source>Against live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="106"/>
        <source>Per success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="106"/>
        <source>Cost of a call that succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="107"/>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="107"/>
        <source>End to end, with the median below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="108"/>
        <source>Overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="108"/>
        <source>Share of the outputs that a person changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="123"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="134"/>
        <source>Text of the chosen version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/prompts/version_page.cpp" line="166"/>
        <source>Compare with the version before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::VersionsPage</name>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="21"/>
        <source>In stages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="21"/>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="23"/>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="24"/>
        <source>production is what callers get; other labels are for whoever asks for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="26"/>
        <source>Why this move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="27"/>
        <source>Why the label moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="31"/>
        <source>A share of the calls first; back by itself when it does worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="33"/>
        <source>Puts the label back to where it was before its last move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="89"/>
        <source>Make version %1 live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="89"/>
        <source>Move the label to version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="105"/>
        <source>The label was not moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="106"/>
        <source>Read it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="111"/>
        <source>%1: version %2 is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="111"/>
        <source>%1: the label %2 is on version %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="125"/>
        <source>%1 is protected: choose the version to go back to and ask for an approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="125"/>
        <source>The label was not rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="131"/>
        <source>%1: %2 is back on version %3.</source>
        <comment>a workflow, a label, a version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="138"/>
        <source>%1 is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="138"/>
        <source>It moves to version %1 when another person approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="139"/>
        <source>Ask for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="146"/>
        <source>The approval could not be asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="150"/>
        <source>Approval is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/versions_page.cpp" line="150"/>
        <source>Version %1 gets the label %2 as soon as somebody else approves it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Waterfall</name>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="35"/>
        <source>Attempts over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="64"/>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="65"/>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="67"/>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="68"/>
        <source>waited %1 for a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="69"/>
        <source>connected in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="70"/>
        <source>answered %1 after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="71"/>
        <source>first token after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="107"/>
        <source>%1 · retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="107"/>
        <source>%1 · fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="107"/>
        <source>%1 · repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/runs/waterfall.cpp" line="133"/>
        <source>No target was tried.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WorkflowDetail</name>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="71"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="71"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="77"/>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="78"/>
        <source>Its live version changes only with another person&apos;s approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="79"/>
        <source>More to do with this workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="80"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="86"/>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="87"/>
        <source>Close the detail (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="128"/>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="129"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="300"/>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="130"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="131"/>
        <source>Call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="132"/>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="133"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="142"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="194"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="134"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="142"/>
        <source>Edit (unsaved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="194"/>
        <source>Text</source>
        <comment>the workflow as text, to be read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="207"/>
        <location filename="../ui/workflows/workflow_detail.cpp" line="208"/>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="222"/>
        <source>New workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="223"/>
        <source>Give it a name of its own in the second line, and name a prompt and a route; then save it. Templates has whole sets to begin with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="246"/>
        <source>%1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="262"/>
        <source>The versions of %1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="289"/>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="290"/>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="296"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="297"/>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="302"/>
        <source>Runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="304"/>
        <source>Calls in 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="305"/>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="306"/>
        <source>p95</source>
        <comment>19 of 20 calls are faster</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="307"/>
        <source>Cost per success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="316"/>
        <source>It cannot serve as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="321"/>
        <source>Any JSON is accepted: the workflow has no input contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="322"/>
        <source>The output is the model&apos;s text: the workflow has no output contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="343"/>
        <source>Copy a link that opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="344"/>
        <source>Save as template …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="347"/>
        <source>Put back into service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="348"/>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="360"/>
        <source>%1 is archived: callers get “not found”. Its versions stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="367"/>
        <source>%1 could not be put back into service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="384"/>
        <source>%1 was not archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="387"/>
        <source>%1 was not archived: others refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflow_detail.cpp" line="387"/>
        <source>Change these first: %1.</source>
        <comment>a list of documents</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WorkflowsPanel</name>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="31"/>
        <location filename="../ui/workflows/workflows_panel.cpp" line="36"/>
        <location filename="../ui/workflows/workflows_panel.cpp" line="37"/>
        <source>Workflows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="31"/>
        <source>AI tasks as services, with contracts that hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="36"/>
        <source>Also archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="38"/>
        <source>No workflows yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="38"/>
        <source>A workflow makes an AI task a service: an input contract, an output that keeps its contract, and what happens when something goes wrong. Templates has six to begin with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="36"/>
        <source>AI tasks as services, with contracts that hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="36"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="42"/>
        <source>From a template …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="43"/>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="46"/>
        <source>Find by name, or by words of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="46"/>
        <source>Find a workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="53"/>
        <source>Begin with a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="127"/>
        <source>The workflows could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="219"/>
        <location filename="../ui/workflows/workflows_panel.cpp" line="235"/>
        <source>New workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="223"/>
        <source>Run %1</source>
        <comment>a workflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="224"/>
        <source>Edit %1</source>
        <comment>a workflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="225"/>
        <source>Save %1 as a template</source>
        <comment>a workflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="227"/>
        <source>Versions of %1</source>
        <comment>a workflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="228"/>
        <source>How to call %1</source>
        <comment>a workflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="229"/>
        <source>Archive %1</source>
        <comment>a workflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="234"/>
        <source>Next workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="234"/>
        <source>Previous workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="235"/>
        <source>Edit the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="236"/>
        <source>Try the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="236"/>
        <source>Versions of the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="237"/>
        <source>Run it, in Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="237"/>
        <source>Save a version, in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workflows/workflows_panel.cpp" line="238"/>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::format</name>
    <message>
        <location filename="../ui/widgets/format.cpp" line="38"/>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="39"/>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="40"/>
        <source>%1 G</source>
        <comment>thousand millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="45"/>
        <location filename="../ui/widgets/format.cpp" line="46"/>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="48"/>
        <location filename="../ui/widgets/format.cpp" line="103"/>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="50"/>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="51"/>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="59"/>
        <source>%1 µs</source>
        <comment>microseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="65"/>
        <source>%1/s</source>
        <comment>a rate per second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="71"/>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="101"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="104"/>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="105"/>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="106"/>
        <source>%1 days</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="107"/>
        <source>%1 ago</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format.cpp" line="107"/>
        <source>in %1</source>
        <comment>a span of time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ui::performance</name>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="31"/>
        <source>%1 – %2 %</source>
        <comment>an interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="40"/>
        <source>better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="41"/>
        <source>worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="42"/>
        <source>could be chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="43"/>
        <source>too few calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="52"/>
        <source>%1 points</source>
        <comment>of percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="56"/>
        <source>no calls yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="59"/>
        <source>one call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="59"/>
        <source>%1 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="62"/>
        <source>%1 failed (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="63"/>
        <source>%1 succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="63"/>
        <source>%1 succeeded (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="64"/>
        <source>%1 overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="65"/>
        <source>%1 each</source>
        <comment>cost of a success</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/versions/performance_text.cpp" line="66"/>
        <source>p95 %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
