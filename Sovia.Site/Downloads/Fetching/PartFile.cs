using System.Net.Http.Headers;
using Sovia.Media;
using Sovia.Metadata;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// A file on its way: it bears a temporary name beside its place until it is whole, with the version of what it is part of
/// in a file of its own. Nobody else can open it meanwhile.
/// </summary>
internal sealed class PartFile : IDisposable
{
    /// <summary>What its name ends with; scans pass such names by.</summary>
    public const string Extension = ".part";

    /// <summary>What the name of its version ends with.</summary>
    public const string ValidatorExtension = ".version" + Extension;
    private readonly string target;
    private readonly FileStream bytes;

    private PartFile(string target, FileStream bytes) => (this.target, this.bytes) = (target, bytes);

    /// <summary>How much of it is here.</summary>
    public long Length => bytes.Length;

    /// <summary>Which version that is part of; null where nobody knows.</summary>
    public RangeConditionHeaderValue? Validator { get; private set; }

    /// <summary>Takes up what an earlier attempt left, or begins.</summary>
    /// <param name="target">The place of the whole file, absolute.</param>
    public static PartFile Open(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        // Others use this ending too, browsers among them; what is ours has its version beside it.
        if (new FileInfo(target + Extension) is { Exists: true, Length: > 0 } && !File.Exists(target + ValidatorExtension))
            DownloadCleanup.MoveAside(target + Extension);
        var part = new PartFile(target, new(target + Extension, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            // What came is on the disk at once: should this process die, the next one goes on after it.
            BufferSize = 0,
        }));
        if (part.Length > 0 && File.Exists(target + ValidatorExtension)
            && RangeConditionHeaderValue.TryParse(File.ReadAllText(target + ValidatorExtension), out var version))
            part.Validator = version;
        return part;
    }

    /// <summary>Sets it up for bytes from a place on: at its end, or at the start of another version.</summary>
    public void SetStart(long start, RangeConditionHeaderValue? version)
    {
        if (start != Length || start == 0)
        {
            bytes.SetLength(0);
            bytes.Flush(flushToDisk: false);
            Validator = version;
            File.WriteAllText(target + ValidatorExtension, version?.ToString());
        }
        bytes.Position = Length;
    }

    /// <summary>Puts bytes at its end.</summary>
    public ValueTask AppendAsync(ReadOnlyMemory<byte> more, CancellationToken ct) => bytes.WriteAsync(more, ct);

    /// <summary>Brings it safely to the disk and says what it is.</summary>
    /// <returns>Its type by its first bytes, and its SHA-256 in lower-case hex.</returns>
    public async Task<(MediaType Type, string Sha256)> FlushAndHashAsync(CancellationToken ct)
    {
        await bytes.FlushAsync(ct);
        bytes.Flush(flushToDisk: true);
        bytes.Position = 0;
        var head = new byte[MediaType.HeaderLength];
        var read = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        bytes.Position = 0;
        return (MediaType.Detect(head.AsSpan(0, read)), await Sha256Hex.ComputeAsync(bytes, ct));
    }

    /// <summary>Gives it its name. What has that name already stays; where it is empty, it stays under another name.</summary>
    public void MoveToTarget()
    {
        bytes.Dispose();
        if (new FileInfo(target) is { Exists: true, Length: 0 }) DownloadCleanup.MoveAside(target);
        try
        {
            File.Move(target + Extension, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            // Somebody has put it there meanwhile.
            File.Delete(target + Extension);
        }

        File.Delete(target + ValidatorExtension);
    }

    /// <summary>Throws it away.</summary>
    public void Discard()
    {
        bytes.Dispose();
        File.Delete(target + Extension);
        File.Delete(target + ValidatorExtension);
    }

    /// <summary>Lets go of it; what is here stays for a later attempt, unless it is nothing.</summary>
    public void Dispose()
    {
        var isEmpty = bytes.CanRead && bytes.Length == 0;
        bytes.Dispose();
        if (isEmpty) Discard();
    }
}
