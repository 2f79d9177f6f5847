#include "ui/templates/templates_panel.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/templates/save_form.h"
#include "ui/templates/template_card.h"
#include "ui/templates/template_preview.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QTimer>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kCardWidth = 270;
constexpr qint64 kMostBytes = 1 << 20;

bool isTemplateFile(const QUrl& url) {
    const QString path = url.toLocalFile();
    return path.endsWith(".yaml"_L1, Qt::CaseInsensitive) || path.endsWith(".yml"_L1, Qt::CaseInsensitive) || path.endsWith(".json"_L1, Qt::CaseInsensitive);
}

QString firstFile(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile() && isTemplateFile(url)) return url.toLocalFile();
    return {};
}

} // namespace

PanelDescription templatesPanel() {
    return {u"templates"_s, TemplatesPanel::tr("Templates"), TemplatesPanel::tr("Starter workflows that work at once"), u"templates"_s, PanelGroup::Build,
            [](const PanelContext& context, QWidget* parent) { return new TemplatesPanel(context, parent); }};
}

TemplatesPanel::TemplatesPanel(const PanelContext& context, QWidget* parent)
    : ListPanel(context, tr("Templates"), tr("Starter workflows that work at once."), parent), m_import(new QPushButton(tr("Import"))), m_saveAs(new QPushButton(tr("Save as template"))), m_save(new SaveForm(context.connection)),
      m_scroll(new QScrollArea), m_gallery(new QWidget), m_flow(new FlowLayout(m_gallery, 12, kCardWidth)),
      m_empty(new EmptyState(u"templates"_s, tr("No template matches"), tr("Nothing has these words in its title, its description or its tags."))), m_preview(new TemplatePreview(context.connection)) {
    setAcceptDrops(true);
    header()->addWidget(m_import);
    header()->addWidget(m_saveAs);
    m_bar->setObjectName(u"templates-bar"_s);
    m_import->setObjectName(u"template-import"_s);
    m_import->setToolTip(tr("A template as one YAML file; it can also be dropped here"));
    m_saveAs->setObjectName(u"template-save-as"_s);
    setSearch(tr("Find by title, words or tag"), tr("Find a template"), 0ms);
    m_search->installEventFilter(this);
    m_gallery->setProperty("page", true);
    m_scroll->setWidget(m_gallery);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Gallery"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_save->hide();
    listColumn()->setSpacing(12);
    listColumn()->addWidget(m_save);
    m_preview->setMinimumWidth(360);
    compose(m_scroll, m_empty, m_preview, {{560, 600}, 1, 1});

    connect(this, &ListPanel::searched, this, &TemplatesPanel::showCards);
    connect(m_import, &QPushButton::clicked, this, &TemplatesPanel::chooseFile);
    connect(m_saveAs, &QPushButton::clicked, this, [this] { openSave({}); });
    connect(m_save, &SaveForm::closed, m_save, &QWidget::hide);
    connect(m_save, &SaveForm::saved, this, [this](const QString& name, const QString& title) {
        m_save->hide();
        Q_EMIT messageRequested(tr("“%1” is saved as a template.").arg(title));
        m_wanted = name;
        refresh();
    });
    connect(m_preview, &TemplatePreview::closeRequested, this, &TemplatesPanel::closePreview);
    connect(m_preview, &TemplatePreview::exportRequested, this, &TemplatesPanel::chooseTarget);
    connect(m_preview, &TemplatePreview::deleteRequested, this, &TemplatesPanel::deleteChosen);
    connect(m_preview, &TemplatePreview::used, this, [this](const QString& workflow) {
        m_bar->show(MessageBar::Kind::Success, tr("%1 is ready to be called.").arg(workflow), tr("All its documents are registered. Try it, then put your own provider into its route."));
        m_bar->setAction(tr("Open the workflow"), [this, workflow] { Q_EMIT linkRequested(linkTo(u"workflows"_s, {workflow})); });
    });
    connect(&context.connection, &client::Connection::identityChanged, this, &TemplatesPanel::updateRole);
    const auto restyle = [this] {
        m_import->setIcon(Theme::current().icon(u"upload"_s));
        m_saveAs->setIcon(Theme::current().icon(u"document"_s));
        resizeCards();
    };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
    updateRole();
    addKeys();
}

void TemplatesPanel::addKeys() {
    onKeys(m_gallery, Qt::Key_J, [this] { move(1); });
    onKeys(m_gallery, Qt::Key_K, [this] { move(-1); });
    onKeys(m_gallery, Qt::Key_U, [this] {
        if (m_preview->isVisible()) m_preview->openUse();
    });
    onKeys(this, Qt::Key_Escape, [this] {
        if (m_save->isVisible()) m_save->hide();
        else if (!m_preview->closeUse()) closePreview();
    });
}

void TemplatesPanel::updateRole() {
    const bool engineer = m_context.connection.may(client::Role::Engineer);
    m_import->setVisible(engineer);
    m_saveAs->setVisible(engineer);
    if (!engineer) m_save->hide();
}

void TemplatesPanel::resizeCards() { m_flow->setColumnWidth(kCardWidth * Theme::current().textScale() / 100); }

void TemplatesPanel::activate() {
    if (m_import->hasFocus()) m_search->setFocus();
    refresh();
}

void TemplatesPanel::refresh() {
    if (!m_context.connection.api().hasServer()) return;
    m_context.connection.api().get(u"/templates"_s, {}, this, [this](const client::ApiResult& result) {
        if (!isRead(result, tr("The templates could not be read."))) return;
        m_items = result.items();
        showCards();
    });
}

void TemplatesPanel::showCards() {
    const QStringList parts = words().split(u' ', Qt::SkipEmptyParts);
    const auto matches = [&](const QJsonObject& one) {
        QString all = one.value("title"_L1).toString() + u' ' + one.value("name"_L1).toString() + u' ' + one.value("description"_L1).toString();
        for (const QJsonValue& tag : one.value("tags"_L1).toArray()) all += u' ' + tag.toString();
        return std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return all.contains(part, Qt::CaseInsensitive); });
    };
    // Cards are kept while their template is there: the focus stays where it is.
    QList<TemplateCard*> cards;
    for (const QJsonValue& value : std::as_const(m_items)) {
        const QJsonObject one = value.toObject();
        const auto known = std::find_if(m_cards.begin(), m_cards.end(), [&](const TemplateCard* card) { return card->name() == one.value("name"_L1).toString(); });
        TemplateCard* card = known == m_cards.end() ? nullptr : *known;
        if (card) {
            card->setDescription(one);
        } else {
            card = new TemplateCard(one, m_gallery);
            card->installEventFilter(this);
            connect(card, &QAbstractButton::clicked, this, [this, card] { choose(card->name()); });
        }
        card->setVisible(matches(one));
        cards << card;
    }
    while (m_flow->count() > 0) delete m_flow->takeAt(0);
    for (TemplateCard* card : std::as_const(m_cards))
        if (!cards.contains(card)) card->deleteLater();
    m_cards = cards;
    for (TemplateCard* card : std::as_const(m_cards)) m_flow->addWidget(card);
    m_gallery->updateGeometry();
    showEmpty(visibleCards().isEmpty() && !m_items.isEmpty());
    if (!m_wanted.isEmpty()) choose(std::exchange(m_wanted, QString()));
    else if (m_preview->isVisible()) choose(m_preview->name());
}

QList<TemplateCard*> TemplatesPanel::visibleCards() const {
    QList<TemplateCard*> shown;
    for (TemplateCard* card : m_cards)
        if (!card->isHidden()) shown << card;
    return shown;
}

void TemplatesPanel::choose(const QString& name) {
    for (TemplateCard* card : std::as_const(m_cards)) {
        if (card->name() != name) continue;
        card->setChecked(true);
        m_preview->show();
        m_preview->showTemplate(card->description());
        // Once the gallery has made room for the preview.
        QTimer::singleShot(0, card, [this, card] { m_scroll->ensureWidgetVisible(card); });
        return;
    }
    if (m_items.isEmpty()) m_wanted = name;
    else closePreview();
}

void TemplatesPanel::closePreview() {
    m_preview->hide();
    for (TemplateCard* card : std::as_const(m_cards)) {
        card->setAutoExclusive(false);
        card->setChecked(false);
        card->setAutoExclusive(true);
    }
}

void TemplatesPanel::move(int by) {
    const QList<TemplateCard*> cards = visibleCards();
    if (cards.isEmpty()) return;
    const auto focused = std::find_if(cards.begin(), cards.end(), [](const TemplateCard* card) { return card->hasFocus(); });
    const auto at = focused == cards.end() ? (by > 0 ? -1 : static_cast<int>(cards.size())) : static_cast<int>(focused - cards.begin());
    TemplateCard* next = cards.at(std::clamp(at + by, 0, static_cast<int>(cards.size()) - 1));
    next->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(next);
    if (m_preview->isVisible()) choose(next->name());
}

bool TemplatesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return Panel::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_search && key != Qt::Key_Down) return Panel::eventFilter(watched, event);
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Left:
    case Qt::Key_Up: move(-1); return true;
    default: return Panel::eventFilter(watched, event);
    }
}

void TemplatesPanel::openSave(const QString& workflow) {
    if (m_context.connection.may(client::Role::Engineer)) m_save->open(workflow);
}

void TemplatesPanel::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a template"), QDir::homePath(), tr("Templates (*.yaml *.yml *.json)"));
    if (!path.isEmpty()) importFile(path);
}

void TemplatesPanel::importFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_bar->show(MessageBar::Kind::Error, tr("%1 could not be opened.").arg(QDir::toNativeSeparators(path)), file.errorString());
        return;
    }
    if (file.size() > kMostBytes) {
        m_bar->show(MessageBar::Kind::Error, tr("%1 is not a template.").arg(QDir::toNativeSeparators(path)), tr("A template's file has at most 1 MB."));
        return;
    }
    importText(QString::fromUtf8(file.readAll()), QDir::toNativeSeparators(path));
}

void TemplatesPanel::importText(const QString& text, const QString& from) {
    m_context.connection.api().post(u"/templates/import"_s, text, this, [this, from](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("%1 was not imported.").arg(from), *result.error);
            return;
        }
        m_bar->clear();
        const QString name = result.object().value("name"_L1).toString();
        Q_EMIT messageRequested(tr("“%1” is among your templates now.").arg(result.object().value("title"_L1).toString(name)));
        m_search->clear();
        m_wanted = name;
        refresh();
    });
}

void TemplatesPanel::chooseTarget() {
    const QString text = m_preview->fileText(); // of the one that was asked for, whatever is shown when the path is chosen
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the template"), QDir::home().filePath(m_preview->name() + u".yaml"_s), tr("Templates (*.yaml)"));
    if (!path.isEmpty()) exportTo(path, text);
}

void TemplatesPanel::exportTo(const QString& path, const QString& text) {
    QSaveFile file(path);
    if (text.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit()) {
        m_bar->show(MessageBar::Kind::Error, tr("The template was not exported."), text.isEmpty() ? tr("It has not been read yet; try again in a moment.") : file.errorString());
        return;
    }
    Q_EMIT messageRequested(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
}

void TemplatesPanel::deleteChosen() {
    const QString name = m_preview->name();
    const QString title = m_preview->description().value("title"_L1).toString(name);
    const QString text = m_preview->fileText();
    m_context.connection.api().del(client::pathOf({u"templates"_s, name}), this, [this, name, title, text](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("“%1” was not deleted.").arg(title), *result.error);
            return;
        }
        closePreview();
        // Its file is still here, so it can be put back.
        std::function<void()> undo;
        if (!text.isEmpty()) undo = [this, text, title] { importText(text, title); };
        Q_EMIT messageRequested(tr("“%1” is deleted. What was registered from it stays.").arg(title), undo);
        refresh();
    });
}

void TemplatesPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!m_context.connection.may(client::Role::Engineer) || firstFile(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    m_bar->show(MessageBar::Kind::Information, tr("Let go to import the template."));
}

void TemplatesPanel::dragLeaveEvent(QDragLeaveEvent*) { m_bar->clear(); }

void TemplatesPanel::dropEvent(QDropEvent* event) {
    m_bar->clear();
    const QString path = firstFile(event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    importFile(path);
}

bool TemplatesPanel::openLink(const QUrl& link) {
    if (const QString from = QUrlQuery(link).queryItemValue(u"from"_s, QUrl::FullyDecoded); !from.isEmpty()) openSave(from);
    const QStringList path = linkPath(link);
    if (!path.isEmpty()) choose(path.first());
    return true;
}

QList<PanelAction> TemplatesPanel::actions() {
    QList<PanelAction> all;
    if (!m_context.connection.may(client::Role::Engineer)) return all;
    if (m_preview->isVisible()) all.append({tr("Use the template “%1”").arg(m_preview->description().value("title"_L1).toString()), u"plus"_s, [this] { m_preview->openUse(); }});
    all.append({tr("Import a template"), u"upload"_s, [this] { chooseFile(); }});
    all.append({tr("Save a workflow as a template"), u"document"_s, [this] { openSave({}); }});
    return all;
}

QList<PanelKey> TemplatesPanel::keys() const {
    return {{QKeySequence(Qt::Key_J), tr("Next template")}, {QKeySequence(Qt::Key_K), tr("Previous template")}, {QKeySequence(Qt::Key_Return), tr("Show what is in it")},
            {QKeySequence(Qt::Key_U), tr("Use the chosen one")}, {QKeySequence(Qt::Key_Escape), tr("Close the form, then the preview")}};
}

} // namespace signalbox::ui
