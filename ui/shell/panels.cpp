#include "ui/shell/panels.h"

#include "ui/metrics/metrics_panel.h"
#include "ui/overview/overview_panel.h"
#include "ui/prompts/prompts_panel.h"
#include "ui/routes/routes_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/templates/templates_panel.h"
#include "ui/workflows/workflows_panel.h"

namespace signalbox::ui {

QList<PanelDescription> allPanels() {
    return {
        overviewPanel(),
        runsPanel(),
        promptsPanel(),
        workflowsPanel(),
        routesPanel(),
        templatesPanel(),
        metricsPanel(),
        settingsPanel(),
    };
}

} // namespace signalbox::ui
