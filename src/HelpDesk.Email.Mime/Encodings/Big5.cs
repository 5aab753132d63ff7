using System.Text;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>
/// Big5 with the Japanese letters that mail from Taiwan is full of: the framework gives them as characters of private use,
/// each alphabet in its order.
/// </summary>
internal sealed class Big5(Encoding framework) : Encoding(framework.CodePage)
{
    private const char FirstHiragana = '\uf6f7';
    private const char FirstKatakana = '\uf74a';
    private const char LastKatakana = '\uf79f';

    public override string WebName => framework.WebName;

    public override int GetCharCount(byte[] bytes, int index, int count) => framework.GetCharCount(bytes, index, count);

    public override int GetMaxCharCount(int byteCount) => framework.GetMaxCharCount(byteCount);

    public override int GetByteCount(char[] chars, int index, int count) => framework.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => framework.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => framework.GetMaxByteCount(charCount);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var count = framework.GetChars(bytes, byteIndex, byteCount, chars, charIndex);
        foreach (ref var c in chars.AsSpan(charIndex, count))
        {
            if (c is >= FirstHiragana and < FirstKatakana)
                c = (char)(c - FirstHiragana + '\u3041');
            else if (c is >= FirstKatakana and <= LastKatakana)
                c = (char)(c - FirstKatakana + '\u30a1');
        }

        return count;
    }
}
