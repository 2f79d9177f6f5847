<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>signalbox::ui::NavigationRail</name>
    <message numerus="yes">
        <location filename="../ui/shell/navigation_rail.cpp" line="32"/>
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsPanel</name>
    <message numerus="yes">
        <location filename="../ui/runs/runs_panel.cpp" line="154"/>
        <source>%n new run(s)</source>
        <translation>
            <numerusform>%n new run</numerusform>
            <numerusform>%n new runs</numerusform>
        </translation>
    </message>
</context>
</TS>
