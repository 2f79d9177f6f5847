// What the prompts panel does: reading the list, opening a prompt, its actions, keys and links. How it is laid out is in prompts_panel.cpp.
#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/prompts/diff_page.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/prompts/prompt_list_model.h"
#include "ui/prompts/prompts_panel.h"
#include "ui/prompts/test_page.h"
#include "ui/prompts/try_page.h"
#include "ui/prompts/version_page.h"
#include "ui/versions/label_move.h"
#include "ui/versions/open_document.h"
#include "ui/versions/promote_sheet.h"
#include "ui/versions/protect_sheet.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QUrlQuery>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

void PromptsPanel::refresh() {
    if (!m_context.connection.api().hasServer() || !isVisible()) return;
    readList();
    m_prompt->refresh();
}

void PromptsPanel::readList() {
    m_listCall.cancel();
    readPage({}, {});
    readApprovals();
}

void PromptsPanel::readPage(const QString& cursor, const QJsonArray& before) {
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, u"prompt"_s);
    if (const QString text = words(); !text.isEmpty()) query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    query.addQueryItem(u"archived"_s, m_archived->isChecked() ? u"any"_s : u"false"_s);
    if (!cursor.isEmpty()) query.addQueryItem(u"cursor"_s, cursor);
    m_listCall = m_context.connection.api().get(u"/documents"_s, query, this, [this, before](const client::ApiResult& result) {
        if (!isRead(result, tr("The prompts could not be read."))) return;
        QJsonArray all = before;
        for (const QJsonValue& one : result.items()) all.append(one);
        if (!result.next().isEmpty()) readPage(result.next(), all);
        else showList(all);
    });
}

void PromptsPanel::showList(const QJsonArray& prompts) {
    m_filling = true;
    m_model->setPrompts(prompts);
    m_filling = false;
    if (const int row = m_model->rowOfName(m_prompt->name()); row >= 0) m_outOfService = m_model->isArchived(row);
    updateHead();
    const bool filtering = !words().isEmpty();
    m_empty->setTexts(filtering ? tr("No prompt matches") : tr("No prompts yet"),
                      filtering ? tr("The words are looked for in names and in the text of the newest versions.") : tr("A prompt is what a model is told, kept as versions that can be compared, tested, promoted and rolled back."));
    if (m_context.connection.may(client::Role::Engineer)) m_empty->setAction(tr("New prompt"));
    showEmpty(m_model->rowCount() == 0);
    if (m_opened.isEmpty() && !m_prompt->isNew() && m_sorted->rowCount() > 0) m_table->selectRow(0);
    else selectRow();
}

void PromptsPanel::readApprovals() {
    QUrlQuery open;
    open.addQueryItem(u"state"_s, u"open"_s);
    m_context.connection.api().get(u"/approvals"_s, open, this, [this](const client::ApiResult& result) {
        if (!result.ok()) return;
        m_model->setApprovals(result.items());
        Q_EMIT badgeChanged(m_model->waiting());
    });
}

void PromptsPanel::open(const QString& name) {
    if (name.isEmpty() || (name == m_opened && !m_prompt->isNew())) return;
    m_editor->keepNow();
    m_opened = name;
    m_outOfService = false;
    m_detail->show();
    m_tabs->setTabText(EditTab, tr("Edit"));
    m_prompt->open(name);
    selectRow();
    onTab(m_tabs->currentIndex());
}

void PromptsPanel::startNew(bool partial) {
    m_editor->keepNow();
    m_opened.clear();
    m_table->setCurrentIndex({});
    m_detail->show();
    m_prompt->startNew();
    showTab(EditTab);
    m_editor->startNew(partial);
}

/// The row of the open prompt, wherever sorting has put it.
void PromptsPanel::selectRow() {
    const int row = m_model->rowOfName(m_opened);
    if (row < 0) { // filtered out: it stays open
        m_filling = true;
        m_table->setCurrentIndex({});
        m_filling = false;
        return;
    }
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
    if (m_table->currentIndex().row() != index.row()) m_table->setCurrentIndex(index);
}

void PromptsPanel::showTab(Tab tab) {
    m_sheet->hide();
    m_tabs->show();
    m_tabs->setCurrentIndex(tab);
    onTab(tab);
}

void PromptsPanel::onTab(int tab) {
    if (!hasPrompt() && !m_prompt->isNew()) return;
    if (tab == DiffTab) m_diff->activate();
    if (tab == TryTab) m_trials->activate();
    if (tab == TestsTab) m_tests->activate();
}

bool PromptsPanel::hasPrompt() const { return !m_prompt->name().isEmpty(); }

qint64 PromptsPanel::chosenVersion() const { return m_versions->chosen() > 0 ? m_versions->chosen() : m_prompt->latest(); }

void PromptsPanel::updateHead() {
    const client::Connection& connection = m_context.connection;
    const bool engineer = connection.may(client::Role::Engineer);
    const bool registered = hasPrompt() && m_prompt->latest() > 0;
    const qint64 live = m_prompt->live();
    const qint64 chosen = chosenVersion();
    m_new->setVisible(engineer);
    m_title->setText(m_prompt->isNew() ? tr("New prompt") : m_prompt->name());
    QStringList facts;
    const int row = m_model->rowOfName(m_prompt->name());
    const bool archived = row >= 0 ? m_model->isArchived(row) : m_outOfService;
    if (registered && archived) {
        facts << tr("archived: out of service, its versions stay");
    } else if (registered) {
        facts << (live == 0 ? tr("no version is live") : live == m_prompt->latest() ? tr("version %1 is live and the newest").arg(live) : tr("version %1 is live, %2 is the newest").arg(live).arg(m_prompt->latest()));
        for (auto label = m_prompt->labels().begin(); label != m_prompt->labels().end(); ++label)
            if (label.key() != "production"_L1) facts << tr("%1 is at %2", "label, version").arg(label.key()).arg(label.value());
        if (m_prompt->isProtected(u"production"_s)) facts << tr("production moves only with approval");
    }
    m_subtitle->setText(m_prompt->isNew() ? tr("Give it a name, write, save. The first version goes live by being saved.") : facts.join(u" · "_s));
    m_compare->setVisible(registered);
    m_compare->setEnabled(live > 0 && (live != chosen || m_editor->isEdited()));
    m_try->setVisible(engineer && (registered || m_prompt->isNew()));
    m_promote->setVisible(engineer && registered);
    m_promote->setText(chosen < live ? tr("Roll back to %1…").arg(chosen) : tr("Promote %1…", "a version").arg(chosen));
    m_promote->setEnabled(chosen > 0 && chosen != live);
    m_more->setVisible(registered);
    for (const Tab tab : {VersionsTab, DiffTab, TestsTab}) m_tabs->setTabVisible(tab, !m_prompt->isNew());
    m_tabs->setTabVisible(TryTab, engineer);

    if (!m_more->menu()) m_more->setMenu(new QMenu(m_more));
    QMenu* menu = m_more->menu();
    menu->clear();
    if (engineer) menu->addAction(tr("Set a label at version %1…").arg(chosen), this, [this] {
        m_tabs->hide();
        m_sheet->open(chosenVersion(), {});
    });
    if (m_protect->isOffered()) menu->addAction(m_protect->actionTitle(), this, [this] { m_protect->open(u"production"_s); });
    if (const qint64 back = m_prompt->previousLive(); engineer && back > 0)
        menu->addAction(tr("Roll back: version %1 becomes live again").arg(back), this, &PromptsPanel::rollBack);
    if (chosen > 1) menu->addAction(tr("Compare with the version before"), this, [this] {
        m_diff->compare(chosenVersion() - 1, chosenVersion());
        showTab(DiffTab);
    });
    menu->addAction(tr("Copy a link to version %1").arg(chosen), this, [this] {
        QGuiApplication::clipboard()->setText(linkTo(u"prompts"_s, {m_prompt->name(), QString::number(chosenVersion())}).toString());
        Q_EMIT messageRequested(tr("The link is copied."));
    });
    if (connection.may(client::Role::Operator)) {
        menu->addSeparator();
        menu->addAction(archived ? tr("Take back into service") : tr("Archive"), this, [this, archived] { setArchived(!archived); });
    }
}

void PromptsPanel::compareWithLive() {
    if (!hasPrompt() || m_prompt->live() == 0) return;
    const bool draft = m_tabs->currentIndex() == EditTab && m_editor->isEdited();
    m_diff->compare(m_prompt->live(), draft ? DiffPage::draftVersion : chosenVersion());
    showTab(DiffTab);
    m_diff->view()->setFocus(Qt::OtherFocusReason);
}

void PromptsPanel::tryChosen() {
    if ((!hasPrompt() && !m_prompt->isNew()) || !m_context.connection.may(client::Role::Engineer)) return;
    m_trials->choose(m_editor->isEdited() || m_prompt->isNew() ? DiffPage::draftVersion : chosenVersion());
    showTab(TryTab);
}

void PromptsPanel::promoteChosen() {
    if (!m_promote->isEnabled() || !m_promote->isVisible()) return;
    m_tabs->hide();
    m_sheet->open(chosenVersion(), u"production"_s);
}

void PromptsPanel::rollBack() {
    const qint64 back = m_prompt->previousLive();
    const qint64 from = m_prompt->live();
    if (back < 1) return;
    // Protected, or not this person's to move: the sheet asks for approval.
    if (m_prompt->isProtected(u"production"_s) || !m_context.connection.may(client::Role::Operator)) {
        m_tabs->hide();
        m_sheet->open(back, u"production"_s);
        return;
    }
    m_prompt->rollBack(u"production"_s, this, [this, back, from, name = m_prompt->name(), path = m_prompt->path({u"labels"_s, u"production"_s})](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("%1 was not rolled back.").arg(name), *result.error);
            return;
        }
        Q_EMIT messageRequested(tr("%1: version %2 is live again, instead of %3.").arg(name).arg(back).arg(from), undoOf(m_context.connection.api(), {path, from, back}, this, m_bar, [this] { refresh(); }));
        refresh();
    });
}

void PromptsPanel::setArchived(bool archived) {
    const QString name = m_prompt->name();
    const auto done = [this, name, archived](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(archived ? tr("%1 was not archived.").arg(name) : tr("%1 was not taken back.").arg(name), *result.error);
            return;
        }
        if (name == m_prompt->name()) m_outOfService = archived;
        readList();
        updateHead();
        const QString path = client::pathOf({u"documents"_s, u"prompt"_s, name, u"restore"_s});
        if (archived) Q_EMIT messageRequested(tr("%1 is archived; its versions stay.").arg(name), [this, name, path] {
            m_context.connection.api().post(path, QJsonObject{}, this, [this, name](const client::ApiResult& back) {
                if (back.ok() && name == m_prompt->name()) m_outOfService = false;
                readList();
            });
        });
        else Q_EMIT messageRequested(tr("%1 is in service again.").arg(name));
    };
    if (archived) m_context.connection.api().del(m_prompt->path(), this, done);
    else m_context.connection.api().post(m_prompt->path({u"restore"_s}), QJsonObject{}, this, done);
}

void PromptsPanel::foldList(bool fold) {
    m_split->widget(0)->setVisible(!fold);
    m_fold->setChecked(fold);
}

void PromptsPanel::focusFilter() {
    foldList(false);
    ListPanel::focusFilter();
}

bool PromptsPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.isEmpty()) return true;
    open(path[0]);
    const QUrlQuery query(link);
    if (path.size() > 1) {
        m_versions->choose(path[1].toLongLong());
        showTab(VersionsTab);
    }
    if (const QString diff = query.queryItemValue(u"diff"_s); diff.contains(".."_L1)) {
        m_diff->compare(diff.section(u".."_s, 0, 0).toLongLong(), diff.section(u".."_s, 1).toLongLong());
        showTab(DiffTab);
    }
    const QStringList tabs{u"edit"_s, u"versions"_s, u"diff"_s, u"try"_s, u"tests"_s};
    if (const auto tab = tabs.indexOf(query.queryItemValue(u"tab"_s)); tab >= 0) showTab(static_cast<Tab>(tab));
    return true;
}

void PromptsPanel::addKeys() {
    const auto key = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut); // wherever the focus is, as long as the panel is the one that is shown
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(QKeySequence(u"Ctrl+S"_s), [this] { m_editor->save(); });
    key(QKeySequence(u"Ctrl+D"_s), [this] { compareWithLive(); });
    key(QKeySequence(u"Ctrl+T"_s), [this] { tryChosen(); });
    key(QKeySequence(u"Ctrl+Shift+P"_s), [this] { promoteChosen(); });
    key(QKeySequence(u"Ctrl+E"_s), [this] {
        showTab(EditTab);
        m_editor->focusText();
    });
    for (const auto& keys : {u"Ctrl+Return"_s, u"Ctrl+Enter"_s})
        key(QKeySequence(keys), [this] {
            if (m_tabs->currentIndex() == TryTab) m_trials->run();
        });
    key(QKeySequence(u"F7"_s), [this] {
        if (m_tabs->currentIndex() == DiffTab) m_diff->view()->nextChange();
    });
    key(QKeySequence(u"Shift+F7"_s), [this] {
        if (m_tabs->currentIndex() == DiffTab) m_diff->view()->previousChange();
    });
    key(QKeySequence(u"Ctrl+L"_s), [this] { foldList(!m_fold->isChecked()); });
    for (int tab = EditTab; tab <= TestsTab; ++tab)
        key(QKeySequence(u"Alt+%1"_s.arg(tab + 1)), [this, tab] {
            if (m_detail->isVisible() && m_tabs->isTabVisible(tab)) showTab(static_cast<Tab>(tab));
        });
}

QList<PanelKey> PromptsPanel::keys() const {
    return {{QKeySequence(u"Ctrl+S"_s), tr("Save as a version")},
            {QKeySequence(u"Ctrl+E"_s), tr("Edit")},
            {QKeySequence(u"Ctrl+D"_s), tr("Compare with live")},
            {QKeySequence(u"Ctrl+T"_s), tr("Try")},
            {QKeySequence(u"Ctrl+Return"_s), tr("Run the trials")},
            {QKeySequence(u"Ctrl+Shift+P"_s), tr("Promote")},
            {QKeySequence(u"F7"_s), tr("Next change, in the diff; N too")},
            {QKeySequence(u"Shift+F7"_s), tr("Previous change; P too")},
            {QKeySequence(u"E"_s), tr("Open what is folded, in the diff")},
            {QKeySequence(u"Ctrl+L"_s), tr("Hide or show the list")},
            {QKeySequence(u"Alt+1"_s), tr("First tab, and so on to Alt+5")},
            {QKeySequence(Qt::Key_Escape), tr("Close the sheet of a promotion")}};
}

QList<PanelAction> PromptsPanel::actions() {
    QList<PanelAction> all;
    const bool engineer = m_context.connection.may(client::Role::Engineer);
    if (engineer) {
        all.append({tr("New prompt"), u"plus"_s, [this] { startNew(false); }});
        all.append({tr("New part for other prompts"), u"plus"_s, [this] { startNew(true); }});
    }
    if (!hasPrompt()) return all;
    const QString name = m_prompt->name();
    const auto tab = [this, &all](const QString& title, const QString& icon, Tab which) { all.append({title, icon, [this, which] { showTab(which); }}); };
    tab(tr("Edit %1").arg(name), u"edit"_s, EditTab);
    tab(tr("Versions of %1").arg(name), u"clock"_s, VersionsTab);
    tab(tr("Tests of %1").arg(name), u"check"_s, TestsTab);
    if (m_prompt->live() > 0) all.append({tr("Compare %1 with live").arg(name), u"diff"_s, [this] { compareWithLive(); }});
    if (!engineer) return all;
    all.append({tr("Try %1").arg(name), u"play"_s, [this] { tryChosen(); }});
    if (chosenVersion() != m_prompt->live()) all.append({tr("Promote version %1 of %2").arg(chosenVersion()).arg(name), u"promote"_s, [this] { promoteChosen(); }});
    if (m_protect->isOffered()) all.append({m_protect->paletteTitle(), u"lock"_s, [this] { m_protect->open(u"production"_s); }});
    if (m_prompt->previousLive() > 0) all.append({tr("Roll %1 back to version %2").arg(name).arg(m_prompt->previousLive()), u"undo"_s, [this] { rollBack(); }});
    return all;
}

} // namespace signalbox::ui
