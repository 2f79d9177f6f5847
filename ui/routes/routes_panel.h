#pragma once

#include "ui/widgets/panel.h"

class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class DataTable;
class DocumentDetail;
class JsonTableModel;
class MessageBar;

/// Providers, routes and policies as documents: what is live, and of the chosen one what it does, its text and its versions.
class RoutesPanel : public Panel {
    Q_OBJECT

public:
    RoutesPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    void focusFilter() override;
    bool openLink(const QUrl& link) override;
    QList<PanelKey> keys() const override;

private:
    void readList();
    void open(const QString& kind, const QString& name);
    void startNew(const QString& kind);
    void selectOpen();

    PanelContext m_context;
    MessageBar* m_bar;
    QLineEdit* m_search;
    JsonTableModel* m_documents;
    DataTable* m_table;
    DocumentDetail* m_detail;
};

PanelDescription routesPanel();

} // namespace signalbox::ui
