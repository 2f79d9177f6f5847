#pragma once

#include "ui/widgets/list_panel.h"

namespace signalbox::ui {

class DataTable;
class DocumentDetail;
class JsonTableModel;

/// Providers, routes and policies as documents: what is live, and of the chosen one what it does, its text and its versions.
class RoutesPanel : public ListPanel {
    Q_OBJECT

public:
    RoutesPanel(const PanelContext& context, QWidget* parent = nullptr);

    void refresh() override;
    bool openLink(const QUrl& link) override;
    QList<PanelAction> actions() override;
    QList<PanelKey> keys() const override;

private:
    void readList();
    void open(const QString& kind, const QString& name);
    void startNew(const QString& kind);
    void selectOpen();

    JsonTableModel* m_documents;
    DataTable* m_table;
    DocumentDetail* m_detail;
};

PanelDescription routesPanel();

} // namespace signalbox::ui
