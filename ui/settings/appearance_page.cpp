#include "ui/settings/appearance_page.h"

#include "ui/settings/form_field.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSettings>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

AppearancePage::AppearancePage(const PanelContext& context, QWidget* parent)
    : SettingsPage(context, tr("Appearance"), tr("How the console looks on this computer."), parent) {
    Theme& theme = Theme::current();
    auto* scheme = new QComboBox;
    scheme->setObjectName(u"appearance-scheme"_s);
    scheme->addItem(theme.icon(u"appearance"_s), tr("As the system"), static_cast<int>(Scheme::System));
    scheme->addItem(theme.icon(u"sun"_s), tr("Light"), static_cast<int>(Scheme::Light));
    scheme->addItem(theme.icon(u"moon"_s), tr("Dark"), static_cast<int>(Scheme::Dark));
    scheme->addItem(theme.icon(u"contrast"_s), tr("High contrast"), static_cast<int>(Scheme::HighContrast));
    auto* size = new QComboBox;
    size->setObjectName(u"appearance-size"_s);
    for (const int percent : {90, 100, 110, 125, 150, 175, 200}) size->addItem(tr("%1 %").arg(percent), percent);

    const auto showTheme = [scheme, size] {
        const QSignalBlocker quietScheme(scheme);
        const QSignalBlocker quietSize(size);
        scheme->setCurrentIndex(scheme->findData(static_cast<int>(Theme::current().scheme())));
        size->setCurrentIndex(size->findData(Theme::current().textScale()));
    };
    showTheme();
    connect(&theme, &Theme::changed, this, showTheme);
    connect(scheme, &QComboBox::currentIndexChanged, this, [scheme] {
        Theme::current().setScheme(static_cast<Scheme>(scheme->currentData().toInt()));
        QSettings().setValue(u"appearance/scheme"_s, scheme->currentData());
    });
    connect(size, &QComboBox::currentIndexChanged, this, [size] {
        Theme::current().setTextScale(size->currentData().toInt());
        QSettings().setValue(u"appearance/textScale"_s, size->currentData());
    });

    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setMaximumWidth(640);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(16, 12, 16, 16);
    row->setSpacing(16);
    row->addWidget(new FormField(tr("Theme"), scheme), 1);
    row->addWidget(new FormField(tr("Text size"), size), 1);
    column()->addWidget(card);
    column()->addStretch(1);
}

} // namespace signalbox::ui
