using System.Text.RegularExpressions;

namespace Sovia.Tests.Architecture;

/// <summary>
/// Finds code that could access another library: sessions without a library, and statements that read or write the rows
/// of all libraries.
/// </summary>
public static partial class LibraryRules
{
    // What asks for all libraries on purpose.
    private static readonly string[] CrossLibraryFiles = ["Sovia.Site/Storage/KnownLibraries.cs"];

    /// <summary>A session is opened by the factory of the site, or on a library that is named.</summary>
    public static IEnumerable<RuleViolation> Sessions(SourceFile file) =>
        from Match match in Opening().Matches(file.Code)
        where !Regex.IsMatch(file.Code, $@"\bISessionFactory\s+{Regex.Escape(match.Groups["on"].Value)}\b")
        select file.CreateViolation(match.Index, $"{match.Value.Trim()} opens a session of no library in particular");

    /// <summary>What Marten writes past sessions belongs to a library that is named.</summary>
    public static IEnumerable<RuleViolation> Bulk(SourceFile file) =>
        from Match match in BulkInsertCall().Matches(file.Code)
        select file.CreateViolation(match.Index, $"{match.Value.Trim()} writes past the sessions of the site");

    /// <summary>A statement that names a table of rows that belong to libraries says of which.</summary>
    public static IEnumerable<RuleViolation> Statements(SourceFile file) =>
        from literal in CrossLibraryFiles.Contains(file.Path) ? [] : CodeText.LiteralsOf(file.Text)
        from Match match in Naming().Matches(literal.Text)
        where !literal.Text.Contains("tenant", StringComparison.Ordinal)
        select file.CreateViolation(literal.At + match.Index, $"“{match.Value}” without the library that it is about");

    [GeneratedRegex(
        @"(?<on>\w+|[)\]>])\.(?:QuerySession|LightweightSession|IdentitySession|DirtyTrackedSession|OpenSession)\(\s*\)|\.(?:Query|Lightweight|Identity|DirtyTracked)SerializableSessionAsync\(|\bnew\s+SessionOptions\b")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\.BulkInsert(?:Enlist\w*|Documents\w*|Async)?\(")]
    private static partial Regex BulkInsertCall();

    [GeneratedRegex(@"\b(?:from|join|update|into) sovia\.\w+")]
    private static partial Regex Naming();
}
