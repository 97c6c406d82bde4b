using System.Security.Cryptography;
using System.Text;

namespace Sovia.Duplicates.Groups;

/// <summary>Posts of different families that look the same: the medoid, then the others by distance to it.</summary>
/// <param name="Id">An ID derived from the members, so that the same members give the same ID.</param>
/// <param name="TimeKey">The sort key of the newest member in lists.</param>
/// <param name="Members">The members, at least two.</param>
public sealed record DuplicateGroup(Guid Id, long TimeKey, IReadOnlyList<GroupMember> Members)
{
    /// <summary>The greatest distance of a member to the medoid.</summary>
    public int Distance => Members[^1].Distance;

    /// <summary>Creates a group and derives its ID.</summary>
    public static DuplicateGroup Create(long age, IReadOnlyList<GroupMember> members) => new(GetId(members), age, members);

    /// <summary>All pairs of contents in the group, each in ordinal order.</summary>
    public IEnumerable<(string One, string Other)> Pairs =>
        Members.SelectMany((one, i) => Members.Skip(i + 1).Select(other => OrderPair(one.Content, other.Content))).Distinct();

    /// <summary>Returns a pair of contents in the order in which it is stored.</summary>
    public static (string One, string Other) OrderPair(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private static Guid GetId(IEnumerable<GroupMember> members)
    {
        var text = string.Join('\n', members.Select(member => $"{member.Post:N} {member.Content}").Order(StringComparer.Ordinal));
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);
    }
}
