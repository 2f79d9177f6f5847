#pragma once

#include "ui/widgets/theme.h"

#include <QList>
#include <QSyntaxHighlighter>

namespace signalbox::ui {

/// What a tag of a mustache template is.
enum class TemplateTag : unsigned char { Variable, Section, Partial, Comment };

struct TemplateSpan {
    int from = 0;
    int length = 0;
    TemplateTag kind = TemplateTag::Variable;
};

/// The whole tags of one line, in order: `{{name}}`, `{{#name}}`, `{{> prompt@label}}`, `{{! words }}`.
QList<TemplateSpan> templateSpans(const QString& line);
Token tokenOf(TemplateTag kind);

/// The names of the variables and sections that a template uses, each once, in order; `.` and what partials use are not among them.
QStringList templateVariables(const QString& text);

/// Colours the tags of a prompt's template; comments may go over several lines.
class TemplateHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit TemplateHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace signalbox::ui
