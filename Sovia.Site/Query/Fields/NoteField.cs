using System.Collections.Immutable;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>The user's note, of a family those of any member.</summary>
internal static class NoteField
{
    public static readonly Field Field = new("note")
    {
        Metatags = [new NoteTag()],
        Has = [("note notes", Says(""))],
        Help = [new("note:print", "Text in your notes.")],
    };

    public static Term Says(string text) => new Term.DecidedAs(new NoteSays(NoteText.KeyOf(text)));
}

/// <summary>Has a note with these words in it.</summary>
/// <param name="Key">As <see cref="NoteText.KeyOf"/> gives it; empty for any note.</param>
internal sealed record NoteSays(string Key) : Decision
{
    public override string Decided => "a.notes <> ''";

    public override string Sql(Func<object, NpgsqlDbType, string> parameter) => Key.Length == 0 ? Decided : $"strpos(a.notes, {parameter(Key, NpgsqlDbType.Text)}) > 0";

    public override bool Holds(DecidedState state) => state.Notes.Length > 0 && state.Notes.Contains(Key, StringComparison.Ordinal);
}

/// <summary><c>note:</c> what a note says.</summary>
internal sealed class NoteTag : IMetatag
{
    private const string None = "none", Any = "any";

    public string Name => "note";

    public string Help => "Text in your note on any item in the stack. Not case-sensitive. Use any or none for with or without a note.";

    public ImmutableArray<string> Examples => ["note:print", "note:\"for the cover\"", "note:any", "note:none"];

    public ImmutableArray<string> Values => [Any, None];

    public ItemReading Read(ValueItem item, LocalCalendar calendar) => item.IsQuoted ? Said(item.Text) : item.Text.ToLowerInvariant() switch
    {
        Any => new(NoteField.Says(""), Any),
        None => new(new Term.Except(NoteField.Says("")), None),
        _ => Said(item.Text),
    };

    private static ItemReading Said(string text) => new(NoteField.Says(text), text.ToLowerInvariant() is Any or None ? $"\"{text}\"" : ValueItem.Written(text));
}
