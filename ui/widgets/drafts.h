#pragma once

#include <QString>

namespace signalbox::ui::drafts {

/// Unsaved edits of a document, kept in the user's data directory until saved or discarded: they outlive a crash.
void keep(const QString& document, const QString& text);
/// Empty: none.
QString of(const QString& document);
void discard(const QString& document);

} // namespace signalbox::ui::drafts
