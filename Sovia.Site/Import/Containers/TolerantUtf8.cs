using System.Text;

namespace Sovia.Import.Containers;

/// <summary>
/// UTF-8 that reads invalid bytes as Windows-1252, because Excel and editors on Windows save tables and notes in that encoding without
/// declaring it.
/// </summary>
internal static class TolerantUtf8
{
    /// <summary>The encoding, for reading only.</summary>
    public static Encoding Encoding { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WindowsFallback());

    private sealed class WindowsFallback : DecoderFallback
    {
        // The maximum number of bytes in an incomplete UTF-8 character.
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        private string text = "";
        private int position;

        public override int Remaining => text.Length - position;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (text, position) = (Windows1252.GetString(bytesUnknown), 0);
            return text.Length > 0;
        }

        public override char GetNextChar() => position < text.Length ? text[position++] : '\0';

        public override bool MovePrevious()
        {
            if (position == 0) return false;
            position--;
            return true;
        }

        public override void Reset() => (text, position) = ("", 0);
    }
}
