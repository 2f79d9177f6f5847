#pragma once

#include "ui/settings/settings_page.h"

#include <QJsonObject>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace signalbox::ui {

/// The simulated vendor's speed and faults, in force the moment they are set.
class SandboxPage : public SettingsPage {
    Q_OBJECT

public:
    explicit SandboxPage(const PanelContext& context, QWidget* parent = nullptr);
    void read() override;
    bool open(const QStringList& path) override;

private:
    struct Control {
        QString member;
        double factor; ///< what is shown, over what is stored
        QDoubleSpinBox* spin;
        QSlider* slider;
    };
    void addControl(QWidget* card, const QString& label, const QString& member, double most, double factor, int decimals, const QString& suffix, const QString& hint);
    void readSettings();
    void show(const QJsonObject& settings);
    void send();
    void showRights();

    QComboBox* m_provider;
    QCheckBox* m_outage;
    QList<Control> m_controls;
    QWidget* m_content;
    QJsonObject m_settings;
    QTimer m_soon;
    bool m_filling = false;
    QString m_wanted;
};

} // namespace signalbox::ui
