#pragma once

#include "ui/prompts/prompt_draft.h"
#include "ui/widgets/diff_lines.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace signalbox::ui {

/// A setting that two versions say differently.
struct SettingChange {
    QString where; ///< `temperature`, `variables /properties/tone`
    QString before;
    QString after;
};

/// Two versions of a prompt, taken apart: what the diff shows.
struct Comparison {
    QList<DiffSection> sections;
    QList<SettingChange> settings;
    int tokensBefore = -1; ///< below 0: not known
    int tokensAfter = -1;
    bool estimated = false;
    double costBefore = -1; ///< of the input of a call, in USD
    double costAfter = -1;
    QString costTarget; ///< whose prices those are
};

/// From the answer of `GET .../diff`.
Comparison comparisonFrom(const QJsonObject& diff);
/// Where one of the two is not registered, without the gateway.
Comparison comparisonOf(const QJsonObject& before, const QJsonObject& after);
/// Messages as they would be sent, from `POST .../render`.
QList<DiffSection> renderedSections(const QJsonArray& before, const QJsonArray& after);

} // namespace signalbox::ui
