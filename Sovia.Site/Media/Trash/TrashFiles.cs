using System.Security.Cryptography;

namespace Sovia.Media.Trash;

/// <summary>The files of all posts in the trash.</summary>
/// <param name="All">Those that may be deleted, and those that another post shares.</param>
public sealed record TrashFiles(IReadOnlyList<TrashFile> All)
{
    /// <summary>Those that no other post needs.</summary>
    public IReadOnlyList<TrashFile> Unshared { get; } = [.. All.Where(file => !file.IsShared)];

    /// <summary>How many are kept because a post that is not in the trash has the same bytes.</summary>
    public int Shared => All.Count - Unshared.Count;

    /// <summary>The bytes of those that no other post needs.</summary>
    public long Bytes => Unshared.Sum(file => file.Length);

    /// <summary>Stands for exactly these files, so that none is deleted but those that were told.</summary>
    public string Stamp
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Unshared)
            {
                hash.AppendData(file.Location.ToByteArray());
                hash.AppendData(BitConverter.GetBytes(file.Length));
                hash.AppendData(BitConverter.GetBytes(file.ModifiedTicks));
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
        }
    }
}
