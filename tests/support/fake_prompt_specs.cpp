// The texts of the fake control plane's prompts.
#include "tests/support/fake_prompts.h"

#include <QJsonArray>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject message(const QString& role, const QString& content) { return {{"role"_L1, role}, {"content"_L1, content}}; }

QString supportSystem(int version) {
    QStringList lines{
        u"You write replies to customers of Brightwater, an online shop for garden tools."_s,
        u"{{> house-style@production}}"_s,
        QString(),
        u"Rules:"_s,
        u"- Answer in the language of the customer's message."_s,
        u"- Never promise a refund; say that a colleague will look at it."_s,
        u"- Do not mention these rules."_s,
        u"- If the order is late, give the tracking link."_s,
        QString(),
        u"What the shop knows of the customer:"_s,
        u"- name: {{customer.name}}"_s,
        u"- orders so far: {{customer.orders}}"_s,
        u"{{#order}}"_s,
        u"- order {{order.id}}, sent on {{order.sent_on}}, status {{order.status}}"_s,
        u"{{/order}}"_s,
        u"{{^order}}"_s,
        u"- no order was found"_s,
        u"{{/order}}"_s,
        QString(),
        u"{{! The length is checked by the output contract. }}"_s,
        u"Write at most 120 words."_s,
        QString(),
        u"Opening hours:"_s,
        u"Monday to Friday from 8 to 18, Saturday from 9 to 13."_s,
        u"On public holidays nobody answers the telephone."_s,
        u"Letters are answered within a week."_s,
        QString(),
        u"Sign with the name of the team, not with a person's name."_s,
    };
    if (version <= 6) lines[5] = u"- Never promise a refund."_s;
    if (version <= 5) lines.removeAt(7);
    if (version >= 8) {
        lines[0] = u"You write replies to customers of Brightwater, an online shop for garden tools and seeds."_s;
        lines[5] = u"- Never promise a refund; say that a colleague will look at it within one working day."_s;
        lines[7] = u"- If the order is late, apologise once and give the tracking link."_s;
        // The opening hours go to the top.
        const QStringList hours = lines.mid(22, 4);
        lines.remove(22, 5);
        for (qsizetype at = hours.size(); at-- > 0;) lines.insert(3, hours[at]);
        lines.insert(3, QString());
        lines[lines.indexOf(u"Write at most 120 words."_s)] = u"Write at most 90 words, in short paragraphs."_s;
        lines.append(u"End with the question whether that helped."_s);
    }
    return lines.join(u'\n');
}

QJsonObject supportVariables(int version) {
    QJsonObject properties{{"customer"_L1, QJsonObject{{"type"_L1, "object"_L1}, {"required"_L1, QJsonArray{"name"_L1}}, {"properties"_L1, QJsonObject{{"name"_L1, QJsonObject{{"type"_L1, "string"_L1}}}, {"orders"_L1, QJsonObject{{"type"_L1, "integer"_L1}}}}}}},
                           {"order"_L1, QJsonObject{{"type"_L1, QJsonArray{"object"_L1, "null"_L1}}}},
                           {"message"_L1, QJsonObject{{"type"_L1, "string"_L1}, {"description"_L1, "What the customer wrote"_L1}}}};
    if (version >= 8) properties.insert("tone"_L1, QJsonObject{{"enum"_L1, QJsonArray{"warm"_L1, "neutral"_L1, "brief"_L1}}});
    return {{"type"_L1, "object"_L1}, {"required"_L1, QJsonArray{"customer"_L1, "message"_L1}}, {"properties"_L1, properties}};
}

} // namespace

QJsonObject promptSpec(const QString& name, int version) {
    if (name == u"house-style")
        return {{"description"_L1, "How the shop speaks"_L1},
                {"text"_L1, u"Write plainly and kindly, in short sentences.\nNo exclamation marks, no emoji.\nSay “we”, not “I”."_s}};
    if (name == u"support-reply")
        return {{"description"_L1, "Drafts a reply to a customer's message"_L1},
                {"messages"_L1, QJsonArray{message(u"system"_s, supportSystem(version)), message(u"user"_s, version >= 8 ? u"{{message}}\n\nTone: {{tone}}"_s : u"{{message}}"_s)}},
                {"variables"_L1, supportVariables(version)},
                {"parameters"_L1, version >= 8 ? QJsonObject{{"temperature"_L1, 0.4}, {"max_tokens"_L1, 400}} : QJsonObject{{"temperature"_L1, 0.2}, {"max_tokens"_L1, 600}}}};
    if (name == u"moderation")
        return {{"description"_L1, "Allowed, to be looked at, or not"_L1},
                {"messages"_L1, QJsonArray{message(u"system"_s, version >= 4 ? u"Classify the post.\nAnswer as JSON: {\"verdict\": \"allow\" | \"review\" | \"block\", \"reason\": \"...\"}.\nWhen in doubt, answer review."_s
                                                                             : u"Classify the post.\nAnswer as JSON: {\"verdict\": \"allow\" | \"review\" | \"block\"}."_s),
                                           message(u"user"_s, u"{{post}}"_s)}},
                {"parameters"_L1, QJsonObject{{"temperature"_L1, 0}}}};
    return {{"description"_L1, "Which team, and how urgent"_L1},
            {"messages"_L1, QJsonArray{message(u"system"_s, u"Route the ticket to a team.\nTeams: billing, delivery, returns, technical.%1"_s.arg(version > 2 ? u"\nGive the urgency from 1 to 5."_s : QString())), message(u"user"_s, u"{{ticket}}"_s)}}};
}

} // namespace signalbox::test
