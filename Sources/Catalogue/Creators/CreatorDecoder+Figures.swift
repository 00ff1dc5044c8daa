import Marketplace

extension CreatorDecoder {
    mutating func figure(_ field: RawField, _ bytes: [UInt8], _ column: CreatorColumn, _ metric: Metric) -> Figure? {
        let value = field.value.trimmed(in: bytes)
        switch value.kind {
        case .list, .object, .yes, .no:
            tell(.creatorNumber, field, "'\(column.rawValue)' holds no number", fix: "write a number")
            return nil
        case .cell, .quotedCell, .string, .number, .null: break
        }
        do throws(NumberFault) {
            if !value.isEscaped { return try NumberText.figure(bytes, from: value.start, to: value.end, kind: metric.kind) }
            return try NumberText.figure(value.text(in: bytes) ?? "", kind: metric.kind)
        } catch {
            let text = value.text(in: bytes) ?? String(decoding: bytes[value.start..<value.end], as: UTF8.self)
            diagnostics.append(
                error.diagnostic(of: text, column: column.rawValue, kind: metric.kind, in: file, at: field.position))
            return nil
        }
    }

    mutating func flag(_ field: RawField, _ bytes: [UInt8], _ column: CreatorColumn) -> Bool? {
        let value = field.value.trimmed(in: bytes)
        let isNested = value.kind == .list || value.kind == .object
        let text = isNested ? "[…]" : value.text(in: bytes) ?? ""
        switch value.kind {
        case .yes: return true
        case .no: return false
        default:
            switch text.lowercased() {
            case "true", "yes", "1": return true
            case "false", "no", "0": return false
            default: break
            }
        }
        tell(
            .creatorFlag, field, "'\(column.rawValue)' holds \(text.quoted), which is neither true nor false",
            fix: "write true or false")
        return nil
    }

    /// The first-level categories that a value names, in its order, none twice; at most three.
    mutating func categories(_ field: RawField, _ bytes: [UInt8]) -> [Slug] {
        guard let names = categoryNames(field, bytes) else { return [] }
        var slugs: [Slug] = []
        for name in names where !name.isEmpty {
            guard let slug = categorySlugs[name] ?? Slug(naming: name), categories[slug] != nil else {
                let known = categories.all.map(\.name)
                tell(
                    .creatorCategory, field, "\(name.quoted) is no category of this site",
                    fix: NearestWord.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                        ?? "write names of the site's categories, such as '\(known.first ?? "")', with ';' between them")
                continue
            }
            if !slugs.contains(slug) { slugs.append(slug) }
        }
        if slugs.count > 3 {
            tell(
                .creatorCategory, field, "the creator has \(slugs.count) categories, and three are allowed",
                fix: "keep the three that matter most")
        }
        return Array(slugs.prefix(3))
    }

    private mutating func categoryNames(_ field: RawField, _ bytes: [UInt8]) -> [String]? {
        guard field.value.kind == .list else {
            guard let text = text(field, bytes, .categories) else { return nil }
            return text.split(separator: ";").map { String($0).trimmed }
        }
        var names: [String] = []
        for item in field.value.items(in: bytes) {
            guard item.kind == .string else {
                tell(.creatorCategory, field, "'categories' holds something that is no text", fix: "write a list of names")
                return nil
            }
            guard let name = text(RawField(name: field.name, value: item, position: field.position), bytes, .categories) else {
                return nil
            }
            names.append(name)
        }
        return names
    }
}

extension RawValue {
    /// The values of a JSON array that was already read without fault.
    func items(in bytes: [UInt8]) -> [RawValue] {
        var scanner = JSONScanner(bytes, from: start, to: end)
        var items: [RawValue] = []
        guard scanner.pass(UInt8(ascii: "[")), scanner.byte != UInt8(ascii: "]") else { return items }
        repeat {
            do throws(JSONFault) {
                items.append(try scanner.value())
            } catch {
                preconditionFailure("an array is only made a value after it was read without fault")
            }
        } while scanner.pass(UInt8(ascii: ","))
        return items
    }
}
