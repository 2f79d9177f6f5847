#include "ui/prompts/diff_page.h"

#include "core/client/connection.h"
#include "ui/prompts/run_choice.h"
#include "ui/versions/open_document.h"
#include "ui/versions/performance_text.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QToolButton* iconButton(const QString& icon, const QString& what, const QString& name) {
    auto* made = new QToolButton;
    made->setObjectName(name);
    made->setToolTip(what);
    made->setAccessibleName(what);
    made->setFocusPolicy(Qt::StrongFocus);
    made->setProperty("framed", true);
    const auto paintIcon = [made, icon] { made->setIcon(Theme::current().icon(icon, Token::Text)); };
    paintIcon();
    QObject::connect(&Theme::current(), &Theme::changed, made, paintIcon);
    return made;
}

} // namespace

DiffPage::DiffPage(OpenDocument& prompt, std::function<QJsonObject()> draft, QWidget* parent)
    : QWidget(parent), m_prompt(prompt), m_draft(std::move(draft)), m_bar(new MessageBar), m_from(new QComboBox), m_to(new QComboBox), m_swap(iconButton(u"swap"_s, tr("Swap the two sides"), u"diff-swap"_s)),
      m_unified(new QToolButton), m_whitespace(new QCheckBox(tr("Hide changes of blanks"))), m_resolve(new QCheckBox(tr("Put parts in"))), m_unchanged(new QCheckBox(tr("Unchanged lines"))),
      m_run(new RunChoice(prompt, tr("Templates"))), m_previous(iconButton(u"chevron-up"_s, tr("Previous change (Shift+F7, P)"), u"diff-previous"_s)),
      m_next(iconButton(u"chevron-down"_s, tr("Next change (F7, N)"), u"diff-next"_s)), m_step(new TextLabel({}, TextStyle::Caption, Token::Muted)),
      m_leftDid((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_rightDid((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()),
      m_sizes((new TextLabel)->wrapped()), m_referrers((new TextLabel)->wrapped()), m_settings((new TextLabel)->wrapped()->selectable()), m_facts(new QScrollArea), m_view(new DiffView) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(makeControls());
    column->addWidget(makeFacts());
    column->addWidget(m_view, 1);
    m_view->setObjectName(u"diff-view"_s);

    connect(&prompt, &OpenDocument::opened, this, [this] {
        ++m_asked;
        m_variables = {};
        m_bar->clear();
        m_view->setSections({});
        m_settings->hide();
        fillVersions();
    });
    connect(&prompt, &OpenDocument::versionsChanged, this, [this] {
        fillVersions();
        if (isVisible()) read();
    });
    connect(&prompt, &OpenDocument::performanceChanged, this, &DiffPage::showFacts);
    connect(&prompt, &OpenDocument::referrersChanged, this, &DiffPage::showReferrers);
    for (QComboBox* box : {m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_setting) read();
        });
    connect(m_swap, &QToolButton::clicked, this, [this] { compare(to(), from()); });
    connect(m_unified, &QToolButton::toggled, this, [this](bool unified) {
        m_view->setUnified(unified);
        QSettings().setValue(u"diff/unified"_s, unified);
    });
    connect(m_whitespace, &QCheckBox::toggled, m_view, &DiffView::setIgnoreWhitespace);
    connect(m_unchanged, &QCheckBox::toggled, this, [this](bool all) { m_view->setFolded(!all); });
    connect(m_view, &DiffView::foldedChanged, this, [this](bool folded) { m_unchanged->setChecked(!folded); });
    connect(m_resolve, &QCheckBox::toggled, this, &DiffPage::read);
    connect(m_run, &RunChoice::inputChosen, this, [this](const QString&, const QJsonObject& variables) {
        m_variables = variables;
        read();
    });
    connect(m_run, &RunChoice::failed, this, [this](const QString& why) { m_bar->show(MessageBar::Kind::Error, tr("What was said in that run could not be read."), why); });
    connect(m_next, &QToolButton::clicked, m_view, &DiffView::nextChange);
    connect(m_previous, &QToolButton::clicked, m_view, &DiffView::previousChange);
    connect(m_view, &DiffView::changeMoved, this, &DiffPage::showStep);
    connect(m_referrers, &QLabel::linkActivated, this, [this](const QString& link) { Q_EMIT linkRequested(QUrl(link)); });
    m_unified->setChecked(QSettings().value(u"diff/unified"_s).toBool());
    fillVersions();
    showStep(-1, 0);
}

QWidget* DiffPage::makeControls() {
    m_from->setAccessibleName(tr("Before: the left side"));
    m_from->setObjectName(u"diff-from"_s);
    m_to->setAccessibleName(tr("After: the right side"));
    m_to->setObjectName(u"diff-to"_s);
    for (QComboBox* box : {m_from, m_to}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaxVisibleItems(24);
    }
    m_unified->setText(tr("One under the other"));
    m_unified->setCheckable(true);
    m_unified->setProperty("framed", true);
    m_unified->setObjectName(u"diff-unified"_s);
    m_unified->setFocusPolicy(Qt::StrongFocus);
    m_unified->setToolTip(tr("Removed lines above added ones, instead of side by side"));
    m_whitespace->setToolTip(tr("Lines that differ only in blanks count as equal"));
    m_whitespace->setObjectName(u"diff-whitespace"_s);
    m_resolve->setToolTip(tr("Shows the text of {{> parts}} where they stand"));
    m_resolve->setObjectName(u"diff-resolve"_s);
    m_unchanged->setToolTip(tr("Opens everything that is folded (E)"));
    m_run->setObjectName(u"diff-run"_s);
    m_run->setToolTip(tr("Compare the templates, or what would be sent for the input of a real run"));

    auto* controls = new QWidget;
    auto* flow = new FlowLayout(controls);
    for (QWidget* widget : {static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_swap), static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next),
                            static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_unified), static_cast<QWidget*>(m_whitespace), static_cast<QWidget*>(m_resolve), static_cast<QWidget*>(m_unchanged)})
        flow->addWidget(widget);
    return controls;
}

QWidget* DiffPage::makeFacts() {
    auto* facts = new QWidget;
    auto* column = new QVBoxLayout(facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* did = new QHBoxLayout;
    did->setSpacing(16);
    did->addWidget(m_leftDid, 1, Qt::AlignTop);
    did->addWidget(m_rightDid, 1, Qt::AlignTop);
    column->addLayout(did);
    column->addWidget(m_sizes);
    column->addWidget(m_referrers);
    m_referrers->setTextFormat(Qt::RichText);
    m_referrers->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_referrers->setObjectName(u"diff-referrers"_s);
    m_sizes->setObjectName(u"diff-sizes"_s);
    m_settings->setObjectName(u"diff-settings"_s);
    m_settings->setAccessibleName(tr("Settings that differ"));
    m_settings->hide();
    column->addWidget(m_settings);
    facts->setProperty("page", true);
    m_facts->setWidget(facts);
    m_facts->setWidgetResizable(true);
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facts->setAccessibleName(tr("What else differs"));
    m_facts->viewport()->setAutoFillBackground(false);
    return m_facts;
}

/// As high as what is there to say, but the texts get the most.
void DiffPage::fitFacts() {
    const QLayout* layout = m_facts->widget()->layout();
    const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(m_facts->viewport()->width()) : layout->totalSizeHint().height();
    m_facts->setFixedHeight(std::min(wanted, std::max(48, height() * 3 / 10)));
}

void DiffPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitFacts();
}

void DiffPage::activate() {
    m_run->readOnce();
    if (m_view->lines().isEmpty()) read();
}

qint64 DiffPage::from() const { return m_from->currentData().toLongLong(); }

qint64 DiffPage::to() const { return m_to->currentData().toLongLong(); }

QString DiffPage::titleOf(qint64 version) const { return version == draftVersion ? tr("the draft") : m_prompt.titleOf(version); }

void DiffPage::fillVersions() {
    const qint64 left = from();
    const qint64 right = to();
    m_setting = true;
    for (QComboBox* box : {m_from, m_to}) {
        box->clear();
        if (m_prompt.isRead()) box->addItem(tr("Draft, as in the editor"), draftVersion);
        for (const QJsonValue& one : m_prompt.versions()) {
            const qint64 number = wholeNumber(one["version"_L1]);
            const QString title = m_prompt.titleOf(number);
            box->addItem(title.left(1).toUpper() + title.mid(1), number);
        }
    }
    const qint64 latest = m_prompt.latest();
    const qint64 live = m_prompt.live();
    // Live against the newest, or where that is live, the two newest.
    const qint64 usualLeft = live > 0 && live != latest ? live : std::max<qint64>(1, latest - 1);
    const int leftAt = m_from->findData(left);
    const int rightAt = m_to->findData(right);
    m_from->setCurrentIndex(left != 0 && leftAt >= 0 ? leftAt : std::max(0, m_from->findData(usualLeft)));
    m_to->setCurrentIndex(right != 0 && rightAt >= 0 ? rightAt : std::max(0, m_to->findData(latest)));
    m_setting = false;
}

void DiffPage::compare(qint64 left, qint64 right) {
    m_setting = true;
    if (m_from->findData(left) < 0 && left != 0) m_from->addItem(titleOf(left), left); // asked for by a link, before the versions came
    if (m_to->findData(right) < 0 && right != 0) m_to->addItem(titleOf(right), right);
    m_from->setCurrentIndex(std::max(0, m_from->findData(left)));
    m_to->setCurrentIndex(std::max(0, m_to->findData(right)));
    m_setting = false;
    read();
}

void DiffPage::onDraftEdited() {
    if (isVisible() && (from() == draftVersion || to() == draftVersion)) read();
}

void DiffPage::readSpec(qint64 version, const std::function<void(const QJsonObject&)>& done) {
    if (version == draftVersion) done(m_draft());
    else m_prompt.spec(version, this, done);
}

void DiffPage::read() {
    const quint64 asked = ++m_asked;
    const qint64 left = from();
    const qint64 right = to();
    if (left == 0 || right == 0 || !m_prompt.isRead()) return;
    const bool withDraft = left == draftVersion || right == draftVersion;
    m_resolve->setEnabled(!withDraft && m_variables.isEmpty());
    m_view->setTitles(titleOf(left), titleOf(right));
    if (withDraft) {
        readSpec(left, [this, asked, right](const QJsonObject& before) {
            readSpec(right, [this, asked, before](const QJsonObject& after) {
                if (asked == m_asked) show(comparisonOf(before, after));
            });
        });
        return;
    }
    QUrlQuery query;
    query.addQueryItem(u"from"_s, QString::number(left));
    query.addQueryItem(u"to"_s, QString::number(right));
    if (m_resolve->isChecked()) query.addQueryItem(u"resolve"_s, u"true"_s);
    m_prompt.connection().api().get(m_prompt.path({u"diff"_s}), query, this, [this, asked](const client::ApiResult& result) {
        if (asked != m_asked) return;
        if (!result.ok()) {
            m_bar->showError(tr("The two versions could not be compared."), *result.error);
            return;
        }
        show(comparisonFrom(result.object()));
    });
}

void DiffPage::show(const Comparison& comparison) {
    m_bar->clear();
    m_comparison = comparison;
    QStringList settings;
    const auto shortened = [](const QString& text) { return text.size() > 120 ? text.left(119) + u'…' : text; };
    for (const SettingChange& one : comparison.settings) settings << tr("%1: %2 → %3", "a setting, before, after").arg(one.where, shortened(one.before), shortened(one.after));
    m_settings->setText(settings.join(u'\n'));
    m_settings->setVisible(!settings.isEmpty());
    showFacts();
    showReferrers();
    if (m_variables.isEmpty()) m_view->setSections(comparison.sections);
    else render();
    if (m_view->changeCount() > 0 && m_variables.isEmpty()) showStep(-1, m_view->changeCount());
}

void DiffPage::renderOne(qint64 version, const std::function<void(const QJsonArray&, int)>& done) {
    QJsonObject body{{u"variables"_s, m_variables}};
    if (version == draftVersion) body.insert(u"spec"_s, m_draft());
    else body.insert(u"version"_s, version);
    m_prompt.connection().api().post(m_prompt.path({u"render"_s}), body, this, [this, version, done, asked = m_asked](const client::ApiResult& result) {
        if (asked != m_asked) return;
        if (!result.ok()) {
            m_bar->showError(tr("That input does not go into %1.").arg(titleOf(version)), *result.error);
            m_view->setSections({});
            return;
        }
        done(result.object().value("messages"_L1).toArray(), result.object().value("input_tokens"_L1).toInt(-1));
    });
}

void DiffPage::render() {
    renderOne(from(), [this](const QJsonArray& before, int tokensBefore) {
        renderOne(to(), [this, before, tokensBefore](const QJsonArray& after, int tokensAfter) {
            m_comparison.tokensBefore = tokensBefore;
            m_comparison.tokensAfter = tokensAfter;
            m_comparison.estimated = false;
            m_comparison.costBefore = m_comparison.costAfter = -1;
            m_view->setSections(renderedSections(before, after));
            showFacts();
        });
    });
}

void DiffPage::showFacts() {
    const auto did = [this](qint64 version) {
        if (version == draftVersion) return tr("The draft has served nothing yet.");
        if (version < 1) return QString();
        const QString title = titleOf(version);
        QString text = tr("%1: %2", "a version, what it did").arg(title.left(1).toUpper() + title.mid(1), performance::summary(m_prompt.performanceOf(version)));
        const QJsonObject comparison = version == m_prompt.live() ? QJsonObject() : m_prompt.comparisonOf(version);
        if (comparison.isEmpty()) return text;
        const QString verdict = performance::verdict(comparison.value("verdict"_L1).toString()).word;
        const QString difference = performance::difference(comparison);
        text += u'\n' + (difference.isEmpty() ? tr("Against the live version: %1").arg(verdict) : tr("Against the live version: %1 (%2)").arg(difference, verdict));
        return text;
    };
    m_leftDid->setText(did(from()));
    m_rightDid->setText(did(to()));
    QStringList parts;
    const auto change = [](int difference) { return (difference > 0 ? u"+"_s : difference < 0 ? u"−"_s : u"±"_s) + QLocale().toString(std::abs(difference)); };
    if (m_comparison.tokensBefore >= 0 && m_comparison.tokensAfter >= 0) {
        const QString tokens = tr("%1 → %2 tokens (%3)").arg(format::count(m_comparison.tokensBefore), format::count(m_comparison.tokensAfter), change(m_comparison.tokensAfter - m_comparison.tokensBefore));
        parts << (m_comparison.estimated ? tr("about %1").arg(tokens) : tokens);
    }
    if (m_comparison.costBefore >= 0 && m_comparison.costAfter >= 0)
        parts << (m_comparison.costTarget.isEmpty() ? tr("input of a call about %1 → %2").arg(format::usd(m_comparison.costBefore), format::usd(m_comparison.costAfter))
                                                     : tr("input of a call about %1 → %2 on %3").arg(format::usd(m_comparison.costBefore), format::usd(m_comparison.costAfter), m_comparison.costTarget));
    if (!m_view->lines().isEmpty() || !m_comparison.sections.isEmpty()) parts << m_view->summary();
    m_sizes->setText(parts.join(u" · "_s));
    fitFacts();
}

void DiffPage::showReferrers() {
    QStringList links;
    const QString color = Theme::current().color(Token::Accent).name();
    for (const QJsonValue& one : m_prompt.referrers()) {
        const QString kind = one["kind"_L1].toString();
        const QString name = one["name"_L1].toString();
        const QUrl link = kind == "prompt"_L1 ? linkTo(u"prompts"_s, {name}) : kind == "workflow"_L1 ? linkTo(u"workflows"_s, {name}) : QUrl();
        const QString text = QString(kind).replace(u'_', u' ') + u' ' + name.toHtmlEscaped();
        links << (link.isEmpty() ? text : u"<a style=\"color:%1;text-decoration:none\" href=\"%2\">%3</a>"_s.arg(color, link.toString(QUrl::FullyEncoded), text));
    }
    m_referrers->setText(links.isEmpty() ? tr("Nothing depends on this prompt.") : tr("Used by %1", "a list of documents").arg(links.join(u", "_s)));
    m_referrers->setAccessibleName(tr("Used by"));
}

void DiffPage::showStep(int current, int count) {
    m_step->setText(count == 0 ? tr("no change") : current < 0 ? count == 1 ? tr("1 change") : tr("%1 changes").arg(count) : tr("%1 of %2", "a change of many").arg(current + 1).arg(count));
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    if (!m_view->lines().isEmpty()) showFacts();
}

} // namespace signalbox::ui
