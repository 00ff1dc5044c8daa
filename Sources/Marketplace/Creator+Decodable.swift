import Foundation

/// Reads what `Creator.json` wrote. People's own files are read by `Catalogue`, which tells what is wrong in them.
extension Creator: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CreatorColumn.self)
        func invalid(_ column: CreatorColumn) -> DecodingError {
            DecodingError.dataCorruptedError(forKey: column, in: container, debugDescription: "not as the build writes it")
        }
        func text(_ column: CreatorColumn) throws -> String? { try container.decodeIfPresent(String.self, forKey: column) }

        guard let username = Username(try container.decode(String.self, forKey: .username)) else { throw invalid(.username) }
        let market = try container.decode(Market.self, forKey: .market)
        self.init(username: username, nickname: try container.decode(String.self, forKey: .nickname), market: market)
        (bio, photo, agency) = (try text(.bio), try text(.photo), try text(.agency))
        profile = try text(.profile).map { LongText($0) }
        categories = (try container.decodeIfPresent([String].self, forKey: .categories) ?? []).compactMap { Slug($0) }
        hasCommercePermission = try container.decode(Bool.self, forKey: .ecommerce)
        guard let type = AccountType(rawValue: try container.decode(String.self, forKey: .accountType)) else {
            throw invalid(.accountType)
        }
        accountType = type
        isAuthorized = try container.decode(Bool.self, forKey: .authorized)
        showsContact = try container.decode(Bool.self, forKey: .contactVisible)
        currency = try container.decode(Currency.self, forKey: .currency)
        updated = try text(.updated).flatMap { CalendarDate($0) }
        for column in CreatorColumn.allCases where container.contains(column) {
            if let metric = column.metric {
                guard let figure = Self.figure(of: column, in: container) else { throw invalid(column) }
                metrics[metric] = figure
            } else if let channel = column.channel {
                contacts[channel] = try text(column)
            } else if let label = column.label {
                statedLabels[label] = try container.decode(Bool.self, forKey: column)
            }
        }
        let computedContainer = try decoder.container(keyedBy: ComputedKey.self)
        computed.score = try computedContainer.decodeIfPresent(Decimal.self, forKey: .score)
            .flatMap { FixedDecimal($0.description) }
        for label in WorkingLabel.allCases {
            computed.labels[label] = try computedContainer.decodeIfPresent(Bool.self, forKey: ComputedKey(label))
        }
    }

    private static func figure(of column: CreatorColumn, in container: KeyedDecodingContainer<CreatorColumn>) -> Figure? {
        if let number = try? container.decode(Decimal.self, forKey: column) {  // else it is a range, which is a text
            return FixedDecimal(number.description).map(Figure.known)
        }
        guard let text = try? container.decode(String.self, forKey: column) else { return nil }
        return text == Figure.closedText ? .closed : Figure(rangeText: text)
    }
}

extension Figure {
    /// Reads "1000..5000" or "1000..". Nil where the text is no range or its ends are the wrong way round.
    public init?(rangeText: String) {
        guard let dots = rangeText.range(of: ".."), let from = FixedDecimal(rangeText[..<dots.lowerBound]) else { return nil }
        let end = rangeText[dots.upperBound...]
        let to = FixedDecimal(end)
        guard end.isEmpty || (to.map { $0 >= from } ?? false) else { return nil }
        self = .range(from: from, to: to)
    }
}
