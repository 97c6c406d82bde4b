using Sovia.Downloads;
using Sovia.Downloads.Lists;

namespace Sovia.Tests.Downloads.Lists;

/// <summary>Lists as text, without a library.</summary>
internal static class ListText
{
    public static string Format(IDownloadListFormat format, IReadOnlyList<MissingFile> files, HostAccess access = HostAccess.Public)
    {
        var text = new StringWriter();
        format.WriteHeader(text, access);
        for (var i = 0; i < files.Count; i++)
        {
            if (i > 0) text.Write(format.Separator);
            format.WriteFile(text, files[i]);
        }
        format.WriteFooter(text);
        return text.ToString();
    }
}
