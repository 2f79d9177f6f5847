#include "core/store/template_repository.h"

#include "core/store/statement.h"

namespace signalbox::store {

using model::ErrorClass;

namespace {

tl::unexpected<model::Error> missing(const std::string& name) {
    return model::failure(ErrorClass::NotFound, "There is no template '" + name + "' of your own.", "template_not_found");
}

SavedTemplate readTemplate(Statement& row) {
    SavedTemplate saved;
    saved.name = row.text();
    saved.content = row.text();
    saved.author = row.text();
    saved.createdAt = fromMicros(row.integer());
    return saved;
}

} // namespace

model::Result<void> TemplateRepository::add(const std::string& name, const std::string& content, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    Statement insert(connection_.database(), "INSERT INTO saved_template (name, content, author, created_us) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING");
    insert.bind(name).bind(content).bind(actor.name).bind(toMicros(now));
    if (auto done = insert.run(); !done) return done;
    if (insert.affected() == 0) return model::failure(ErrorClass::InvalidRequest, "There is a template '" + name + "' already. Delete it first, or choose another name.", "conflict");
    if (auto noted = audit_.add(actor, "template.save", "template/" + name, "", now); !noted) return noted;
    return transaction.commit();
}

model::Result<std::vector<SavedTemplate>> TemplateRepository::list() {
    Statement rows(connection_.database(), "SELECT name, content, author, created_us FROM saved_template ORDER BY name");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<SavedTemplate> list;
    while (rows.next()) list.push_back(readTemplate(rows));
    return list;
}

model::Result<SavedTemplate> TemplateRepository::find(const std::string& name) {
    Statement row(connection_.database(), "SELECT name, content, author, created_us FROM saved_template WHERE name = ?");
    row.bind(name);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    if (!row.next()) return missing(name);
    return readTemplate(row);
}

model::Result<void> TemplateRepository::remove(const std::string& name, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    Statement remove(connection_.database(), "DELETE FROM saved_template WHERE name = ?");
    remove.bind(name);
    if (auto done = remove.run(); !done) return done;
    if (remove.affected() == 0) return missing(name);
    if (auto noted = audit_.add(actor, "template.delete", "template/" + name, "", now); !noted) return noted;
    return transaction.commit();
}

} // namespace signalbox::store
