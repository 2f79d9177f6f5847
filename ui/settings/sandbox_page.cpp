#include "ui/settings/sandbox_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/settings/form_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSlider>

#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

SandboxPage::SandboxPage(const PanelContext& context, QWidget* parent)
    : SettingsPage(context, tr("Sandbox"), tr("The simulated vendor's speed and faults, in force the moment they are set: see what your applications do when a vendor fails."), parent),
      m_provider(new QComboBox), m_outage(new QCheckBox(tr("Outage: every call fails with 503"))), m_content(new QWidget) {
    m_provider->setObjectName(u"sandbox-provider"_s);
    m_provider->setMinimumWidth(220);
    m_provider->setAccessibleName(tr("Simulated vendor"));
    m_outage->setObjectName(u"sandbox-outage"_s);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_provider);
    top->addWidget(new StatusBadge(simulatedStatus()));
    top->addStretch(1);
    column()->addLayout(top);

    const auto makeCard = [](const QString& heading) {
        auto* card = new QFrame;
        card->setProperty("card", true);
        auto* grid = new QGridLayout(card);
        grid->setContentsMargins(16, 12, 16, 16);
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(10);
        grid->setColumnStretch(1, 1);
        grid->addWidget(new TextLabel(heading, TextStyle::Heading), 0, 0, 1, 3);
        return card;
    };
    QFrame* speed = makeCard(tr("Speed"));
    addControl(speed, tr("First token after"), u"first_token_ms"_s, 20'000, 1, 0, tr(" ms"), tr("The median; single calls differ"));
    addControl(speed, tr("Spread"), u"first_token_spread"_s, 2, 1, 2, {}, tr("How much single calls differ: 0 not at all"));
    addControl(speed, tr("Tokens per second"), u"tokens_per_second"_s, 1000, 1, 0, tr(" /s"), {});
    QFrame* faults = makeCard(tr("Faults"));
    addControl(faults, tr("Server errors"), u"error_rate"_s, 100, 100, 1, tr(" %"), tr("Calls that fail with 500"));
    addControl(faults, tr("Rate limited"), u"rate_limit_rate"_s, 100, 100, 1, tr(" %"), tr("Calls that fail with 429 and Retry-After"));
    addControl(faults, tr("Stalls"), u"stall_rate"_s, 100, 100, 1, tr(" %"), tr("Answers that go silent in the middle"));
    addControl(faults, tr("Cut streams"), u"cut_rate"_s, 100, 100, 1, tr(" %"), tr("Streams that end without their terminator"));
    addControl(faults, tr("Refusals"), u"refusal_rate"_s, 100, 100, 1, tr(" %"), tr("Answers that are a refusal"));
    auto* grid = static_cast<QGridLayout*>(faults->layout());
    grid->addWidget(m_outage, grid->rowCount(), 0, 1, 3);

    auto* healthy = new QPushButton(tr("All faults off"));
    healthy->setObjectName(u"sandbox-healthy"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(healthy);
    buttons->addStretch(1);
    auto* cards = new QVBoxLayout(m_content);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(12);
    cards->addWidget(speed);
    cards->addWidget(faults);
    cards->addLayout(buttons);
    column()->addWidget(m_content);
    column()->addStretch(1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(250); // one request for a drag of a slider
    connect(&m_soon, &QTimer::timeout, this, &SandboxPage::send);
    connect(m_outage, &QCheckBox::toggled, this, [this] {
        if (!m_filling) send();
    });
    connect(healthy, &QPushButton::clicked, this, [this] {
        m_filling = true;
        for (const Control& control : std::as_const(m_controls))
            if (control.member.endsWith(u"_rate"_s)) control.spin->setValue(0);
        m_outage->setChecked(false);
        m_filling = false;
        send();
    });
    connect(m_provider, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling) return;
        // Those of the one before are not sent to this one.
        m_soon.stop();
        m_settings = {};
        showRights();
        readSettings();
    });
    connect(&connection(), &client::Connection::identityChanged, this, &SandboxPage::showRights);
    showRights();
}

void SandboxPage::addControl(QWidget* card, const QString& label, const QString& member, double most, double factor, int decimals,
                             const QString& suffix, const QString& hint) {
    auto* grid = static_cast<QGridLayout*>(card->layout());
    const int row = grid->rowCount();
    auto* name = new TextLabel(label);
    name->setToolTip(hint);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 1000);
    slider->setAccessibleName(label);
    slider->setToolTip(hint);
    auto* spin = new QDoubleSpinBox;
    spin->setObjectName(u"sandbox-"_s + member);
    spin->setAccessibleName(label);
    spin->setRange(0, most);
    spin->setDecimals(decimals);
    spin->setSuffix(suffix);
    spin->setToolTip(hint);
    spin->setMinimumWidth(120);
    name->setBuddy(spin);
    grid->addWidget(name, row, 0);
    grid->addWidget(slider, row, 1);
    grid->addWidget(spin, row, 2);
    m_controls.append({member, factor, spin, slider});

    // Square law: most of what one wants is near the low end.
    connect(slider, &QSlider::valueChanged, spin, [spin, most](int value) { spin->setValue(most * std::pow(value / 1000.0, 2)); });
    connect(spin, &QDoubleSpinBox::valueChanged, this, [this, slider, most](double value) {
        if (!slider->isSliderDown()) {
            const QSignalBlocker quiet(slider);
            slider->setValue(static_cast<int>(std::lround(1000 * std::sqrt(value / most))));
        }
        if (!m_filling) m_soon.start();
    });
}

void SandboxPage::showRights() {
    m_content->setEnabled(connection().may(client::Role::Operator) && !m_settings.isEmpty());
}

void SandboxPage::read() {
    if (!connection().api().hasServer()) return;
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, u"provider"_s);
    connection().api().get(u"/documents"_s, query, this, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            bar()->showError(tr("The simulated vendors could not be read."), *result.error);
            return;
        }
        // Which of them are simulated is in their documents.
        const QJsonArray items = result.items();
        for (const QJsonValue& item : items) {
            const QString name = item["name"_L1].toString();
            connection().api().get(client::pathOf({u"documents"_s, u"provider"_s, name}), {}, this, [this, name](const client::ApiResult& document) {
                if (!document.ok() || document.object()["spec"_L1]["connector"_L1].toString() != u"sandbox"_s) return;
                if (m_provider->findText(name) < 0) {
                    m_filling = true;
                    m_provider->addItem(name);
                    m_filling = false;
                }
                if (name == m_wanted) {
                    m_wanted.clear();
                    m_provider->setCurrentText(name);
                }
                if (m_provider->currentText() == name && !m_soon.isActive()) readSettings();
            });
        }
    });
}

bool SandboxPage::open(const QStringList& path) {
    if (path.isEmpty()) return true;
    if (m_provider->findText(path.first()) >= 0)
        m_provider->setCurrentText(path.first());
    else
        m_wanted = path.first();
    return true;
}

void SandboxPage::readSettings() {
    connection().api().get(client::pathOf({u"sandbox"_s, m_provider->currentText()}), {}, this, [this, provider = m_provider->currentText()](const client::ApiResult& result) {
        if (provider != m_provider->currentText()) return;
        if (result.ok())
            show(result.object());
        else
            bar()->showError(tr("The settings of the simulated vendor could not be read."), *result.error);
    });
}

void SandboxPage::show(const QJsonObject& settings) {
    m_filling = true;
    m_settings = settings;
    for (const Control& control : std::as_const(m_controls)) control.spin->setValue(settings.value(control.member).toDouble() * control.factor);
    m_outage->setChecked(settings.value("outage"_L1).toBool());
    m_filling = false;
    showRights();
}

void SandboxPage::send() {
    m_soon.stop();
    QJsonObject settings = m_settings;
    for (const Control& control : std::as_const(m_controls)) settings.insert(control.member, control.spin->value() / control.factor);
    settings.insert("outage"_L1, m_outage->isChecked());
    connection().api().put(client::pathOf({u"sandbox"_s, m_provider->currentText()}), settings, this, [this, settings](const client::ApiResult& result) {
        if (!result.ok()) {
            bar()->showError(tr("The simulated vendor stays as it was."), *result.error);
            show(m_settings);
            return;
        }
        m_settings = settings;
        if (settings.value("outage"_L1).toBool())
            bar()->show(MessageBar::Kind::Warning, tr("%1 plays an outage: every call to it fails.").arg(m_provider->currentText()));
        else
            bar()->clear();
    });
}

} // namespace signalbox::ui
