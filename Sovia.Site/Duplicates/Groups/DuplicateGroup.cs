using System.Security.Cryptography;
using System.Text;

namespace Sovia.Duplicates.Groups;

/// <summary>Posts of different families that look the same, the medoid first and the others by their distance to it.</summary>
/// <param name="Id">The same members give the same id.</param>
/// <param name="TimeKey">The key by which lists sort its newest member.</param>
/// <param name="Members">Two or more.</param>
public sealed record DuplicateGroup(Guid Id, long TimeKey, IReadOnlyList<GroupMember> Members)
{
    /// <summary>The greatest distance to the medoid.</summary>
    public int Distance => Members[^1].Distance;

    /// <summary>A group with its id.</summary>
    public static DuplicateGroup Create(long age, IReadOnlyList<GroupMember> members) => new(IdOf(members), age, members);

    /// <summary>All pairs of contents in it, the lesser of each first.</summary>
    public IEnumerable<(string One, string Other)> Pairs =>
        Members.SelectMany((one, at) => Members.Skip(at + 1).Select(other => OrderPair(one.Content, other.Content))).Distinct();

    /// <summary>A pair of contents as it is remembered.</summary>
    public static (string One, string Other) OrderPair(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private static Guid IdOf(IEnumerable<GroupMember> members)
    {
        var text = string.Join('\n', members.Select(member => $"{member.Post:N} {member.Content}").Order(StringComparer.Ordinal));
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);
    }
}
