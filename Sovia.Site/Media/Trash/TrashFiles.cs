using System.Security.Cryptography;

namespace Sovia.Media.Trash;

/// <summary>The files of all trashed posts.</summary>
/// <param name="All">The files that may be deleted, and those that another post shares.</param>
public sealed record TrashFiles(IReadOnlyList<TrashFile> All)
{
    /// <summary>Files that no other post needs.</summary>
    public IReadOnlyList<TrashFile> Unshared { get; } = [.. All.Where(file => !file.IsShared)];

    /// <summary>Number of files kept because a post outside the trash has the same content.</summary>
    public int Shared => All.Count - Unshared.Count;

    /// <summary>Total size in bytes of the files that no other post needs.</summary>
    public long Bytes => Unshared.Sum(file => file.Length);

    /// <summary>Identifies exactly this set of files, so that only the files shown to the user are deleted.</summary>
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
