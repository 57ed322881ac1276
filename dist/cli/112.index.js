module.exports=require("../main/112.index.js");
