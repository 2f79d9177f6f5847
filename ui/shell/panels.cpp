#include "ui/shell/panels.h"

#ifdef SIGNALBOX_PANEL_OVERVIEW
#include "ui/overview/overview_panel.h"
#endif
#ifdef SIGNALBOX_PANEL_RUNS
#include "ui/runs/runs_panel.h"
#endif
#ifdef SIGNALBOX_PANEL_ROUTES
#include "ui/routes/routes_panel.h"
#endif
#ifdef SIGNALBOX_PANEL_METRICS_PANEL
#include "ui/metrics/metrics_panel.h"
#endif
#ifdef SIGNALBOX_PANEL_SETTINGS
#include "ui/settings/settings_panel.h"
#endif

namespace signalbox::ui {

QList<PanelDescription> allPanels() {
    return {
#ifdef SIGNALBOX_PANEL_OVERVIEW
        overviewPanel(),
#endif
#ifdef SIGNALBOX_PANEL_RUNS
        runsPanel(),
#endif
#ifdef SIGNALBOX_PANEL_ROUTES
        routesPanel(),
#endif
#ifdef SIGNALBOX_PANEL_METRICS_PANEL
        metricsPanel(),
#endif
#ifdef SIGNALBOX_PANEL_SETTINGS
        settingsPanel(),
#endif
    };
}

} // namespace signalbox::ui
