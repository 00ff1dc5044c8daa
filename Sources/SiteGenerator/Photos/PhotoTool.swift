import Foundation

/// A program of the system that makes pictures small: libvips' vipsthumbnail, or ImageMagick.
struct PhotoTool: Sendable {
    enum Kind: Sendable {
        case vips, imageMagick
    }

    let kind: Kind
    let program: URL
    /// What it says of itself; other versions may make other bytes.
    let version: String

    /// Runs longer than any catalogue's photos need are ended.
    private static let timeLimit: TimeInterval = 300

    /// The first that is found on the path and runs; nil where there is none.
    static func find(path: String = searchPath) -> PhotoTool? {
        for (kind, program) in candidates(on: path) {
            let argument = kind == .vips ? "--version" : "-version"
            if let version = output(of: program, [argument]) {
                return PhotoTool(kind: kind, program: program, version: version)
            }
        }
        return nil
    }

    /// Whether there is one, without running it, which takes longer than a small build.
    static func isInstalled(path: String = searchPath) -> Bool { !candidates(on: path).isEmpty }

    static var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }

    private static func candidates(on path: String) -> [(Kind, URL)] {
        let names: [(String, Kind)] = [("vipsthumbnail", .vips), ("magick", .imageMagick), ("convert", .imageMagick)]
        return names.flatMap { name, kind in
            path.split(separator: ":").compactMap { folder in
                let program = URL(filePath: String(folder)).appending(path: name)
                return FileManager.default.isExecutableFile(atPath: program.path) ? (kind, program) : nil
            }
        }
    }

    /// Makes square pictures of some side out of files of one format, into a folder, under the same names. What can't be
    /// made is not there afterwards.
    ///
    /// - Parameter sources: with names of our own, as tools read options out of others.
    func resize(_ sources: [URL], to side: Int, as format: PictureHeader.Format, into folder: URL) {
        switch kind {
        case .vips:
            let quality = format == .png ? "strip" : "Q=82,strip"
            let target = folder.path + "/%s." + (sources.first?.pathExtension ?? format.rawValue) + "[\(quality)]"
            _ = Self.output(
                of: program, ["--size", "\(side)x\(side)", "--smartcrop", "attention", "-o", target] + sources.map(\.path))
        case .imageMagick:
            for source in sources {
                let target = folder.appending(path: source.lastPathComponent)
                // The format before the path keeps the program from guessing, and its other readers out.
                _ = Self.output(
                    of: program,
                    [
                        "\(format.rawValue):\(source.path)[0]", "-auto-orient", "-thumbnail", "\(side)x\(side)^", "-gravity",
                        "center",
                        "-extent", "\(side)x\(side)", "-strip", "-quality", "82", "\(format.rawValue):\(target.path)",
                    ])
            }
        }
    }

    /// What a program prints; nil where it can't be run or says that it failed.
    private static func output(of program: URL, _ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        let limit = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + timeLimit, execute: limit)
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        limit.cancel()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
