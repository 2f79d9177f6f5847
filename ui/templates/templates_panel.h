#pragma once

#include "ui/widgets/list_panel.h"

#include <QJsonArray>

class QPushButton;
class QScrollArea;

namespace signalbox::ui {

class EmptyState;
class FlowLayout;
class SaveForm;
class TemplateCard;
class TemplatePreview;

/// The gallery of starter workflows: cards to choose from, what is in one, and the button that registers all of it. Own ones are saved
/// from live workflows, or come as files that are dropped here.
class TemplatesPanel : public ListPanel {
    Q_OBJECT

public:
    TemplatesPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    bool openLink(const QUrl& link) override;
    QList<PanelAction> actions() override;
    QList<PanelKey> keys() const override;

    void importFile(const QString& path);
    void exportTo(const QString& path, const QString& text);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKeys();
    void showCards();
    void choose(const QString& name);
    void closePreview();
    void move(int by);
    void chooseFile();
    void chooseTarget();
    void importText(const QString& text, const QString& from);
    void deleteChosen();
    void openSave(const QString& workflow);
    void updateRole();
    void resizeCards();
    QList<TemplateCard*> visibleCards() const;

    QPushButton* m_import;
    QPushButton* m_saveAs;
    SaveForm* m_save;
    QScrollArea* m_scroll;
    QWidget* m_gallery;
    FlowLayout* m_flow;
    EmptyState* m_empty;
    TemplatePreview* m_preview;
    QJsonArray m_items;
    QList<TemplateCard*> m_cards;
    QString m_wanted; ///< to be chosen once it is read
};

PanelDescription templatesPanel();

} // namespace signalbox::ui
