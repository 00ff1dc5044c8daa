import ArgumentParser
import Catalogue
import Foundation
import Store

/// Where the program speaks: results on stdout, progress and diagnostics on stderr.
enum Console {
    /// Ends the program with exit code 1 where the result cannot be written: a token that nobody saw must not look made.
    static func result(_ line: String) { output(Array((line + "\n").utf8)) }

    /// Writes bytes as they are; ends the program like `result` where that fails.
    static func output(_ bytes: [UInt8]) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            progress("plaza: error: the result cannot be written to the standard output: \(explanation(of: error))")
            exit(EXIT_FAILURE)
        }
    }

    static func progress(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))  // nobody reads, nobody misses it
    }

    /// Prints every diagnostic.
    ///
    /// - Throws: exit code 1 where one of them is an error.
    static func report(_ diagnostics: [Diagnostic]) throws {
        for diagnostic in diagnostics { progress(diagnostic.description) }
        let errorCount = diagnostics.count { $0.severity == .error }
        if errorCount > 0 { throw ExitCode.failure }
    }

    /// Runs work whose failures explain themselves, and ends with their text and exit code 1.
    static func explaining<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let exit as ExitCode {
            throw exit
        } catch let error as ValidationError {
            throw error
        } catch let error as CleanExit {
            throw error
        } catch {
            progress("plaza: error: \(explanation(of: error))")
            if let detail = (error as? StoreError)?.detail { progress("  detail: \(detail)") }
            throw ExitCode.failure
        }
    }

    /// Our own failures describe themselves; those of the system have a text for people.
    static func explanation(of error: any Error) -> String {
        let domain = (error as NSError).domain
        return [NSCocoaErrorDomain, NSPOSIXErrorDomain].contains(domain) ? error.localizedDescription : "\(error)"
    }
}
