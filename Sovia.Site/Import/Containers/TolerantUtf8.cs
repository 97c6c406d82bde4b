using System.Text;

namespace Sovia.Import.Containers;

/// <summary>
/// Text in UTF-8, in which bytes that are not are read as Windows-1252: Excel and editors on Windows save tables and notes in it without
/// saying so.
/// </summary>
internal static class TolerantUtf8
{
    /// <summary>The encoding, for reading only.</summary>
    public static Encoding Encoding { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WindowsFallback());

    private sealed class WindowsFallback : DecoderFallback
    {
        // The most bytes of one incomplete character in UTF-8.
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        private string text = "";
        private int at;

        public override int Remaining => text.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (text, at) = (Windows.GetString(bytesUnknown), 0);
            return text.Length > 0;
        }

        public override char GetNextChar() => at < text.Length ? text[at++] : '\0';

        public override bool MovePrevious()
        {
            if (at == 0) return false;
            at--;
            return true;
        }

        public override void Reset() => (text, at) = ("", 0);
    }
}
