using System.Collections.Immutable;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Fields;

/// <summary>Filters by the user's note; a family has the notes of all its members.</summary>
internal static class NoteField
{
    public static readonly Field Field = new("note")
    {
        Metatags = [new NoteMetatag()],
        Has = [("note notes", CreateTerm(""))],
        Help = [new("note:print", "Text in your notes.")],
    };

    public static Term CreateTerm(string text) => new Term.AnnotationMatches(new NoteContains(NoteText.ToSearchKey(text)));
}

/// <summary>Matches items with a note that contains a text.</summary>
/// <param name="Key">As <see cref="NoteText.ToSearchKey"/> returns it; empty for any note.</param>
internal sealed record NoteContains(string Key) : AnnotationCondition
{
    public override string PresenceSql => "a.notes <> ''";

    public override string ToSql(Func<object, NpgsqlDbType, string> parameter) =>
        Key.Length == 0 ? PresenceSql : $"strpos(a.notes, {parameter(Key, NpgsqlDbType.Text)}) > 0";

    public override bool Matches(AnnotationState state) => state.Notes.Length > 0 && state.Notes.Contains(Key, StringComparison.Ordinal);
}

/// <summary>The <c>note:</c> metatag.</summary>
internal sealed class NoteMetatag : IMetatag
{
    private const string None = "none", Any = "any";

    public string Name => "note";

    public string Help => "Text in your note on any item in the stack. Not case-sensitive. Use any or none for with or without a note.";

    public ImmutableArray<string> Examples => ["note:print", "note:\"for the cover\"", "note:any", "note:none"];

    public ImmutableArray<string> Values => [Any, None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar) =>
        item.IsQuoted ? ParseText(item.Text) : item.Text.ToLowerInvariant() switch
        {
            Any => new(NoteField.CreateTerm(""), Any),
            None => new(new Term.Negation(NoteField.CreateTerm("")), None),
            _ => ParseText(item.Text),
        };

    private static ParsedValue ParseText(string text) =>
        new(NoteField.CreateTerm(text), text.ToLowerInvariant() is Any or None ? $"\"{text}\"" : ValueItem.QuoteIfNeeded(text));
}
