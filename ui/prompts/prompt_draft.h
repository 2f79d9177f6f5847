#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace signalbox::ui {

struct PromptMessage {
    QString role;
    QString content;
    bool operator==(const PromptMessage&) const = default;
};

/// A prompt as a person edits it: what a version holds, and what it began from. Variables are kept as text, since half-typed JSON is
/// worth keeping too.
struct PromptDraft {
    qint64 base = 0; ///< the version that the edits began from; 0: the prompt is new
    QString name;    ///< of a new prompt
    bool partial = false;
    QString description;
    QList<PromptMessage> messages;
    QString text; ///< of a part for other prompts
    QString variables;
    QJsonObject parameters;
    QString message; ///< why, for the version

    static PromptDraft fromSpec(const QJsonObject& spec, qint64 base);
    /// A chat, or a part, to begin with.
    static PromptDraft fresh(bool partial);
    /// What would be registered. Variables that are no JSON are left out.
    QJsonObject spec() const;
    /// Whether both would register the same, apart from the reason.
    bool sameAs(const PromptDraft& other) const;
    /// All templates, for finding what they use.
    QString allText() const;

    /// For the drafts file.
    QString toText() const;
    static std::optional<PromptDraft> fromText(const QString& text);
};

/// Roughly how many tokens a text is: a quarter of its Latin letters, most of its other ones. An estimate: vendors count differently.
int estimatedTokens(const QString& text);
int estimatedTokens(const PromptDraft& draft);

} // namespace signalbox::ui
