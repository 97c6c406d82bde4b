using System.Text;

namespace Sovia.Seeding;

/// <summary>Writes the prompts of one family, in its language.</summary>
/// <param name="chance">The family's chance.</param>
/// <param name="marks">Words that have to stand in the first prompt written.</param>
internal sealed class PromptWriter(Chance chance, IReadOnlyList<string> marks)
{
    /// <summary>The longest prompt, in characters.</summary>
    public const int Longest = 10_000;

    private readonly Tongue tongue = Tongue.All.Draw(chance);
    private readonly List<string> written = [];

    /// <summary>Whether the words that have to be somewhere are.</summary>
    public bool IsMarked => written.Count > 0;

    /// <summary>What somebody typed: mostly a line or two, sometimes a word, seldom pages.</summary>
    public string Typed() => Write(chance.Happens(0.0005) ? chance.Int(Longest / 2, Longest) : (int)chance.Skewed(180, 0.9));

    /// <summary>What a model writes about a clip: always much.</summary>
    public string Caption() => Write((int)chance.Skewed(700, 0.2));

    /// <summary>What was typed before, often again.</summary>
    public string TypedAgain() => written.Count > 0 && chance.Happens(Rates.RepeatedPrompts) ? written[^1] : Typed();

    private string Write(int length)
    {
        var marked = new Queue<string>(written.Count == 0 ? marks : marks.Where(mark => mark == MarkedWords.Common && chance.Happens(0.3)));
        length = Math.Clamp(length, 8, Longest - 100);
        var text = new StringBuilder(length + 100);
        while (text.Length < length || marked.Count > 0)
        {
            if (text.Length > 0) Between(text, length);
            // A marked word is English and stands apart, whatever surrounds it.
            var isMark = marked.Count > 0 && (text.Length >= length || chance.Happens(0.2));
            text.Append(isMark ? $"{Apart(text)}{marked.Dequeue()}{(tongue.Space == "" ? " " : "")}" : tongue.Words.Draw(chance));
        }
        written.Add(text.ToString().TrimEnd());
        return written[^1];
    }

    private string Apart(StringBuilder text) => tongue.Space == "" && text.Length > 0 && text[^1] != ' ' ? " " : "";

    private void Between(StringBuilder text, int length) => text.Append(chance.Unit() switch
    {
        < 0.06 => tongue.Comma,
        < 0.09 => tongue.Stop,
        < 0.10 when length > 500 => "\n",
        < 0.1001 => "\t",
        _ => tongue.Space,
    });
}
