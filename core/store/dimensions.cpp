#include "core/store/dimensions.h"

#include "core/store/statement.h"

namespace signalbox::store {

std::int64_t Dimensions::find(const std::string& text) {
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    Statement read(connection_.database(), "SELECT id FROM dimension WHERE text = ?");
    read.bind(text);
    if (!read.run() || !read.next()) return -1;
    const auto id = read.integer();
    ids_.emplace(text, id);
    return id;
}

std::int64_t Dimensions::idOf(const std::string& text) {
    if (const auto id = find(text); id >= 0) return id;
    Statement insert(connection_.database(), "INSERT INTO dimension (text) VALUES (?)");
    insert.bind(text);
    if (!insert.run()) return -1;
    const auto id = insert.lastId();
    ids_.emplace(text, id);
    return id;
}

const std::string& Dimensions::textOf(std::int64_t id) {
    static const std::string kNone;
    if (const auto known = texts_.find(id); known != texts_.end()) return known->second;
    Statement read(connection_.database(), "SELECT text FROM dimension WHERE id = ?");
    read.bind(id);
    if (!read.run() || !read.next()) return kNone;
    return texts_.emplace(id, read.text()).first->second;
}

void Dimensions::forget() {
    ids_.clear();
    texts_.clear();
}

} // namespace signalbox::store
