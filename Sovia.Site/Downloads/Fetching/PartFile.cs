using System.Net.Http.Headers;
using Sovia.Media;
using Sovia.Metadata;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// A partial download. Has a temporary name beside the target path until it is complete, and stores the validator of its version in a
/// second file. Opened exclusively.
/// </summary>
internal sealed class PartFile : IDisposable
{
    /// <summary>File name suffix; scans skip files with it.</summary>
    public const string Extension = ".part";

    /// <summary>File name suffix of the validator file.</summary>
    public const string ValidatorExtension = ".version" + Extension;
    private readonly string target;
    private readonly FileStream stream;

    private PartFile(string target, FileStream fileStream) => (this.target, this.stream) = (target, fileStream);

    /// <summary>Number of bytes downloaded so far.</summary>
    public long Length => stream.Length;

    /// <summary>Validator of the version that the bytes belong to; null if unknown.</summary>
    public RangeConditionHeaderValue? Validator { get; private set; }

    /// <summary>Opens the part file of an earlier attempt, or creates one.</summary>
    /// <param name="target">The absolute path of the complete file.</param>
    public static PartFile Open(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        // Browsers and other programs use this suffix too, so only a file with a validator file beside it is ours.
        if (new FileInfo(target + Extension) is { Exists: true, Length: > 0 } && !File.Exists(target + ValidatorExtension))
            DownloadCleanup.MoveAside(target + Extension);
        var part = new PartFile(target, new(target + Extension, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            // Unbuffered, so that the next process can resume after everything received if this one dies.
            BufferSize = 0,
        }));
        if (part.Length > 0 && File.Exists(target + ValidatorExtension)
            && RangeConditionHeaderValue.TryParse(File.ReadAllText(target + ValidatorExtension), out var validator))
            part.Validator = validator;
        return part;
    }

    /// <summary>Prepares for bytes from an offset: the end of the file to resume, or 0 for another version.</summary>
    public void SetStart(long start, RangeConditionHeaderValue? version)
    {
        if (start != Length || start == 0)
        {
            stream.SetLength(0);
            stream.Flush(flushToDisk: false);
            Validator = version;
            File.WriteAllText(target + ValidatorExtension, version?.ToString());
        }
        stream.Position = Length;
    }

    /// <summary>Appends bytes.</summary>
    public ValueTask AppendAsync(ReadOnlyMemory<byte> more, CancellationToken ct) => stream.WriteAsync(more, ct);

    /// <summary>Flushes the file to disk and identifies its content.</summary>
    /// <returns>The type by its signature, and the SHA-256 in lower-case hex.</returns>
    public async Task<(MediaType Type, string Sha256)> FlushAndHashAsync(CancellationToken ct)
    {
        await stream.FlushAsync(ct);
        stream.Flush(flushToDisk: true);
        stream.Position = 0;
        var header = new byte[MediaType.HeaderLength];
        var bytesRead = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct);
        stream.Position = 0;
        return (MediaType.Detect(header.AsSpan(0, bytesRead)), await Sha256Hex.ComputeAsync(stream, ct));
    }

    /// <summary>
    /// Renames the complete file to its target path. Keeps an existing file there, but moves an empty one to another name.
    /// </summary>
    public void MoveToTarget()
    {
        stream.Dispose();
        if (new FileInfo(target) is { Exists: true, Length: 0 }) DownloadCleanup.MoveAside(target);
        try
        {
            File.Move(target + Extension, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another program has put the file there in the meantime.
            File.Delete(target + Extension);
        }

        File.Delete(target + ValidatorExtension);
    }

    /// <summary>Deletes the part file.</summary>
    public void Discard()
    {
        stream.Dispose();
        File.Delete(target + Extension);
        File.Delete(target + ValidatorExtension);
    }

    /// <summary>Closes the file. Keeps its bytes for a later attempt, and deletes it if it is empty.</summary>
    public void Dispose()
    {
        var isEmpty = stream.CanRead && stream.Length == 0;
        stream.Dispose();
        if (isEmpty) Discard();
    }
}
