using System.Globalization;
using Sovia.Library;
using Sovia.Query.Terms;

namespace Sovia.Tests.Query.Terms;

/// <summary>A term as short text, for tables: <c>[all of]</c>, <c>{any of}</c>, <c>!not</c>. Terms with one text are the same.</summary>
public static class TermText
{
    public static string Format(Term term) => term switch
    {
        Term.AllOf all => $"[{string.Join(' ', all.Parts.Select(Format))}]",
        Term.AnyOf any => $"{{{string.Join(' ', any.Parts.Select(Format))}}}",
        Term.Negation not => $"!{Format(not.Other)}",
        Term.Word word => (word.Exact ? "=" : "") + word.Token,
        Term.Prefix prefix => $"{prefix.Token}*",
        Term.Phrase phrase => $"\"{string.Join(' ', phrase.Tokens)}\"",
        Term.Compound compound => string.Join('-', compound.Tokens) + (compound.EndsWithPrefix ? "*" : ""),
        Term.KindIs kind => $"kind:{kind.Kind}",
        Term.CoverIs cover => $"cover:{cover.Kind}",
        Term.LikedIs liked => $"liked:{liked.Liked?.ToString() ?? "?"}",
        Term.ModelIs model => $"model:{model.Model ?? "?"}",
        Term.ModeIs mode => $"mode:{mode.Mode ?? "?"}",
        Term.ModelStartsWith model => $"model:{model.NamePrefix}*",
        Term.ModeStartsWith mode => $"mode:{mode.NamePrefix}*",
        Term.HostIs host => $"host:{host.Host ?? "?"}",
        Term.SeedIs seed => $"seed:{seed.Seed ?? "?"}",
        Term.OwnerIs owner => $"owner:{owner.Owner?.ToString() ?? "?"}",
        Term.PromptIs prompt => $"prompt:{PromptKey.Format(prompt.Key)}",
        Term.SizeIs size => $"size:{(size.Size is { } s ? $"{s.Width}x{s.Height}" : "?")}",
        Term.OrientationIs shape => $"shape:{shape.Orientation}",
        Term.CreatedBetween span => $"made:{Format(span.From)}..{Format(span.Before)}",
        Term.DatePartIs at => $"at:{at.Part}={at.Number}",
        Term.HasMediaClass any => $"class:{any.Bits}",
        Term.IsDated dated => $"dated:{dated.Dated}",
        Term.CountBetween count => $"{count.Kind}:{count.Min}..{count.Max}",
        Term.HasPrompt prompt => $"prompt:{prompt.Has}",
        Term.IsSafe safe => $"safe:{safe.Safe}",
        Term.IsFlagged flagged => $"flag:{flagged.Flag}",
        Term.IdBetween ids => $"id:{ids.First:N}..{ids.Last:N}",
        Term.IsNearDuplicate => "duplicate",
        Term.ImportedByRun run => $"run:{run.RunId}",
        Term.VisibilityIs shown => $"shown:{shown.Visibility}",
        Term.AnnotationMatches decided => $"{decided.Condition}",
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
    };

    private static string Format(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString(time.Value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "O", CultureInfo.InvariantCulture) ?? "";
}
