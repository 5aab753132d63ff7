using System.Collections.Frozen;
using System.Text;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>The parts of ISO 8859 that the framework leaves out: ASCII below, and a table of 96 letters above. Read only.</summary>
internal sealed class LatinTable : Encoding
{
    private const int FirstLetter = 0xa0;

    private static readonly FrozenDictionary<string, LatinTable> Tables = new Dictionary<string, LatinTable>
    {
        ["iso-8859-10"] = new("\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ\u00b0ąēģīĩķ·ļđšŧž\u2015ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"),
        ["iso-8859-14"] = new("\u00a0Ḃḃ\u00a3ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ"),
        ["iso-8859-16"] = new("\u00a0ĄąŁ\u20ac„Š§š©Ș«Ź\u00adźŻ\u00b0±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly string _letters;

    private LatinTable(string letters) => _letters = letters;

    /// <summary>The table of that name, or null.</summary>
    public static LatinTable? Find(string name) => Tables.GetValueOrDefault(name);

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var octet = bytes[byteIndex + i];
            chars[charIndex + i] = octet < FirstLetter ? (char)octet : _letters[octet - FirstLetter];
        }

        return byteCount;
    }

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException("These charsets are only read.");

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException("These charsets are only read.");

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException("These charsets are only read.");
}
