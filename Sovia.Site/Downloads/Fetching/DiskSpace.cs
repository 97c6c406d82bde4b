namespace Sovia.Downloads.Fetching;

/// <summary>Distinguishes a full disk from a file that cannot be written.</summary>
internal static class DiskSpace
{
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int LinuxNoSpace = 28, LinuxQuota = 122, MacQuota = 69;

    /// <summary>Throws if writing this many more bytes would leave less than <paramref name="keepFree"/> bytes free.</summary>
    public static void EnsureFree(string folder, long bytes, long keepFree)
    {
        if (new DriveInfo(folder).AvailableFreeSpace - bytes < keepFree)
            throw new DownloadException(DownloadErrorCode.DiskFull,
                $"Less than {keepFree >> 20:N0} MB would remain free on the disk of {folder}. Free up space, then resume.");
    }

    /// <summary>Converts the exception of a failed write to a download error.</summary>
    public static DownloadException ToException(Exception e) => IsFull(e)
        ? new(DownloadErrorCode.DiskFull, "The disk is full. Free up space, then resume.", inner: e)
        : new(DownloadErrorCode.Unwritable, $"Can't write the file: {e.Message}", inner: e);

    /// <summary>Returns whether a write failed because the disk is full.</summary>
    public static bool IsFull(Exception e) => e is IOException
    {
        HResult: LinuxNoSpace or LinuxQuota or WindowsDiskFull or WindowsHandleDiskFull,
    } || (OperatingSystem.IsMacOS() && e is IOException { HResult: MacQuota });
}
