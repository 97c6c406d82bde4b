using System.Collections.Immutable;

namespace Sovia.Library.Language.Tags;

/// <summary><c>in:</c> which collection it is in. There are none yet, which is said to whoever asks: a name that is not known would be looked for in prompts.</summary>
internal sealed class InTag : IMetatag
{
    public string Name => "in";

    public string Help => "Which of your collections it is in.";

    public ImmutableArray<string> Examples => ["in:\"my best\""];

    public ImmutableArray<string> Values => [];

    public ItemReading Read(ValueItem item, LocalCalendar calendar) => ItemReading.Wrong("There are no collections yet, so “in:” is passed over.");
}
