/* Generated from schemas/catalogue.schema.json; run npm run generate. */

export interface CatalogueFile {
  id: string;
  title: {
    fr: string;
    en: string;
  };
  date: string;
  status: 'published' | 'working' | 'draft';
  source: {
    fr: string;
    en: string;
  };
  dispositifs: {
    [k: string]: {
      couloir: string;
      /**
       * Code of the sheet in the source.
       */
      code?: string;
      title: {
        fr: string;
        en: string;
      };
    };
  };
  chapitres: {
    [k: string]: {
      fr: string;
      en: string;
    };
  };
  /**
   * Every condition id with the question asked of the vendor.
   */
  conditions?: {
    [k: string]: {
      fr: string;
      en: string;
    };
  };
}
