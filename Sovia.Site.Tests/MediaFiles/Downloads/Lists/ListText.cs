using Sovia.MediaFiles.Downloads;
using Sovia.MediaFiles.Downloads.Lists;

namespace Sovia.Tests.MediaFiles.Downloads.Lists;

/// <summary>Lists as text, without a library.</summary>
internal static class ListText
{
    public static string Of(IListFormat format, IReadOnlyList<Wanted> files, HostAccess access = HostAccess.Public)
    {
        var text = new StringWriter();
        format.Begin(text, access);
        for (var i = 0; i < files.Count; i++)
        {
            if (i > 0) text.Write(format.Between);
            format.Add(text, files[i]);
        }
        format.Finish(text);
        return text.ToString();
    }
}
