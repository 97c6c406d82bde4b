using System.Text.RegularExpressions;

namespace Sovia.Tests.Architecture;

/// <summary>Finds where a file names what its room must not know.</summary>
public static class DependencyRules
{
    private const string Root = "Sovia";

    public static IEnumerable<RuleViolation> Check(IReadOnlyList<SourceFile> site)
    {
        var types = site.SelectMany(file => file.Types.Where(type => type.IsTopLevel), (file, type) => (file.Room, type.Name)).Distinct()
            .ToLookup(type => type.Room, type => type.Name);
        return site.Where(file => file.IsCSharp || file.Path.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(file => Place(file).Concat(ForbiddenNamespaces(file)).Concat(Rooms(file, types)).Concat(OnlySchemas(file, types))
                .Concat(Web(file)));
    }

    /// <summary>A file lies in a room of the plan, in the namespace of its room, and opens no namespace for all others.</summary>
    private static IEnumerable<RuleViolation> Place(SourceFile file)
    {
        if (!Plan.Exists(file.Room)) yield return new(file.Path, 1, $"the plan has no room {file.Room}");
        foreach (Match match in Regex.Matches(file.Code, @"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline))
            if (file.Room != "" && !$"{match.Groups[1].Value}.".StartsWith($"{Root}.{file.Room}.", StringComparison.Ordinal))
                yield return file.CreateViolation(match.Groups[1].Index, $"{match.Groups[1].Value} is not the namespace of {file.Room}");
        foreach (Match match in Regex.Matches(file.Code, @"\bglobal\s+using\b"))
            yield return file.CreateViolation(match.Index, "a using for every file hides who knows whom");
    }

    /// <summary>Namespaces of packages and of the framework.</summary>
    private static IEnumerable<RuleViolation> ForbiddenNamespaces(SourceFile file) => Plan.MustNotUse(file)
        .SelectMany(name => Regex.Matches(file.Code, $@"(?<![\w.]){Regex.Escape(name)}(?=\s*;|\.[A-Z])"), (name, match) =>
            file.CreateViolation(match.Index, $"{file.Room} must not know {name}"));

    /// <summary>Other rooms, by their full name or, from inside the root namespace, by the room's name before a type of it.</summary>
    private static IEnumerable<RuleViolation> Rooms(SourceFile file, ILookup<string, string> types)
    {
        foreach (var room in Plan.Edges.Concat(Plan.Plumbing).Concat(Plan.Nouns.Keys).Except(Plan.MayKnow(file))
            .Where(room => room != file.Room))
        {
            // The store brings all schemas together; which of their neighbours it names is another rule's question.
            var named = file.Room == "Storage" && Plan.Nouns.ContainsKey(room) ? "" : $@"|(?<![\w.]){Root}\.{room}\b";
            var known = string.Join('|', types[room].DefaultIfEmpty("(?!)"));
            foreach (Match match in Regex.Matches(file.Code, $@"(?<![\w.]){room}\.(?:{known})\b{named}"))
                yield return file.CreateViolation(match.Index, $"{file.Room} must not know {room}");
        }
    }

    /// <summary>Finds types of a noun that Storage uses other than its schema.</summary>
    private static IEnumerable<RuleViolation> OnlySchemas(SourceFile file, ILookup<string, string> types) =>
        from noun in file.Room == "Storage" ? Plan.Nouns.Keys.AsEnumerable() : []
        where Regex.IsMatch(file.Code, $@"\b{Root}\.{noun}\b")
        from type in types[noun]
        where !type.EndsWith("Schema", StringComparison.Ordinal)
        from Match match in Regex.Matches(file.Code, $@"\b{type}\b")
        select file.CreateViolation(match.Index, $"Storage may know {noun}'s schema, not {type}");

    /// <summary>The implicit usings bring the web's types everywhere; a noun leaves them alone.</summary>
    private static IEnumerable<RuleViolation> Web(SourceFile file) => !Plan.Nouns.ContainsKey(file.Room) ? [] : Regex
        .Matches(file.Code, $@"\b(?:{string.Join('|', Plan.WebTypes)})\b|(?<![\w.])Results\.[A-Z]\w*\(")
        .Select(match => file.CreateViolation(match.Index, $"{file.Room} must not know the web's {match.Value.TrimEnd('(')}"));
}
